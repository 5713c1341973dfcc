// People called by what they did: every way in which a name is written, and none that only looks like one.
#include "models/review/edition.h"
#include "models/review/rolenames.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

Story staffed()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
    story.tell(QStringLiteral(
        "14:06 Dana role ic Dana Smith\n14:08 Lee observation Replica lag is 40 s\n14:09 Lee note José van Dijk and @will help\n"
        "14:30 Dana role ic Mo"));
    if (!story.submit(QStringLiteral("Dana"), at("14:31"),
                      command::MakeAsk{QStringLiteral("Platform team"), QStringLiteral("check the replica"), {}, {}}))
        qFatal("anybody can be asked");
    return story;
}

} // namespace

class TestRoleNames : public QObject
{
    Q_OBJECT

private slots:
    void inAText_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("told");
        QTest::newRow("a full name") << "We asked Dana Smith to decide"
                                     << "We asked the Incident Commander to decide";
        QTest::newRow("a first name") << "we asked dana"
                                      << "we asked the Incident Commander";
        QTest::newRow("at the beginning") << "Dana decided"
                                          << "The Incident Commander decided";
        QTest::newRow("after a full stop") << "It broke. DANA decided."
                                           << "It broke. The Incident Commander decided.";
        QTest::newRow("a last name") << "Call Smith now"
                                     << "Call the Incident Commander now";
        QTest::newRow("possessive") << "at Dana's desk"
                                    << "at the Incident Commander's desk";
        QTest::newRow("possessive, as typed on a phone") << "at Dana’s desk"
                                                         << "at the Incident Commander’s desk";
        QTest::newRow("mentioned") << "ping @dana please"
                                   << "ping @incident-commander please";
        QTest::newRow("a login") << "logged in as dsmith"
                                 << "logged in as the Incident Commander";
        QTest::newRow("a login with a dot") << "dana.smith ran it"
                                            << "The Incident Commander ran it";
        QTest::newRow("a mail address") << "mail dana.smith@example.org today"
                                        << "mail the Incident Commander today";
        QTest::newRow("not inside another word") << "Danapur, banana and leeway stay"
                                                 << "Danapur, banana and leeway stay";
        QTest::newRow("a team is no person") << "the Platform team looks"
                                             << "the Platform team looks";
        QTest::newRow("in a path") << "see /home/dana/log"
                                   << "see /home/incident-commander/log";
        QTest::newRow("two in one line") << "Dana and Lee"
                                         << "The Incident Commander and responder 1";
        QTest::newRow("a common word") << "this will break, may hold"
                                       << "this will break, may hold";
        QTest::newRow("that is a name here") << "ask @will or Will"
                                             << "ask @responder-2 or responder 2";
        QTest::newRow("no text") << ""
                                 << "";
    }

    void inAText()
    {
        QFETCH(QString, said);
        const RoleNames names(staffed().incident());
        QTEST(names.inText(said, at("14:10")), "told");
    }

    void theRoleIsTheOneOfThatTime()
    {
        const RoleNames names(staffed().incident());
        QCOMPARE(names.inText(QStringLiteral("Mo is here"), at("14:10")), QStringLiteral("A responder is here"));
        QCOMPARE(names.inText(QStringLiteral("Mo is here"), at("14:40")), QStringLiteral("The Incident Commander is here"));
        QCOMPARE(names.inText(QStringLiteral("Dana gave it to Mo")),
                 QStringLiteral("The first Incident Commander gave it to the second Incident Commander"));
        QCOMPARE(names.of(QStringLiteral("Dana Smith"), at("14:10")), QStringLiteral("Incident Commander"));
        QCOMPARE(names.of(QStringLiteral("Lee"), at("14:10")), QStringLiteral("Responder 1"));
        QCOMPARE(names.inFileName(QStringLiteral("lee-screen.png")), QStringLiteral("responder-1-screen.png"));
    }

    void withoutAccentsItIsTheSameName()
    {
        Story story = staffed();
        story.tell(QStringLiteral("14:31 José note I am here"));
        const RoleNames names(story.incident());
        QVERIFY(!names.inText(QStringLiteral("jose, JOSÉ and Jose\u0301 came")).contains(QLatin1String("jos"), Qt::CaseInsensitive));
    }

    void oneResponderHasNoNumber()
    {
        Story story(plan::toJson(reviewPlan()));
        story.tell(QStringLiteral("14:02 Dana declare P0 It is down\n14:03 Dana role ic Dana\n14:04 Lee note hello"));
        QCOMPARE(RoleNames(story.incident()).inText(QStringLiteral("Ask Lee"), at("14:10")), QStringLiteral("Ask a responder"));
    }

    void aRestrictedIncidentHasItsCodename()
    {
        Incident incident = staffed().incident();
        incident.restricted = true;
        incident.codename = QStringLiteral("Blue Heron");
        const Incident outside = editionOf(incident, Edition::External);
        QCOMPARE(outside.title, QStringLiteral("Blue Heron"));
        for (const TimelineEntry &entry : outside.entries)
            QVERIFY2(!entry.text.contains(QLatin1String("Checkout returns")), qPrintable(entry.text));
        QCOMPARE(fileStem(incident), QStringLiteral("Blue-Heron"));
        QCOMPARE(editionOf(incident, Edition::Internal), incident);
    }

    void whatIsLeftOutStillCountsAsTime()
    {
        Story story = staffed();
        story.tell(QStringLiteral("14:35 Lee note Between us only #internal"));
        const Incident outside = editionOf(story.incident(), Edition::External);
        QCOMPARE(outside.entries.size(), story.incident().entries.size());
        QCOMPARE(outside.entries.back().kind, withheld);
        QCOMPARE(outside.entries.back().at, at("14:35"));
        QVERIFY(outside.entries.back().text.isEmpty() && outside.entries.back().author.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRoleNames)
#include "tst_rolenames.moc"
