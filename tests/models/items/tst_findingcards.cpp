// Findings as rows: where, what, what to do; a dismissed one is quiet and says why.
#include "models/items/findingcards.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::items;
using namespace qd::test;

namespace {

QString clockOf(Instant at)
{
    return toDateTime(at, QTimeZone::utc()).toString(QStringLiteral("HH:mm"));
}

review::Finding findingAt(const QString &place, const char *rule = "blame")
{
    review::Finding finding;
    finding.key = QStringLiteral("0123456789abcdef");
    finding.rule = QLatin1String(rule);
    finding.place = place;
    finding.text = QStringLiteral("This puts the fault on a person");
    finding.why = QStringLiteral("Who fears the blame tells less.");
    finding.suggestion = QStringLiteral("Name the step.");
    return finding;
}

Card cardOf(const review::Finding &finding, const Incident &incident = {})
{
    review::DraftSection section;
    section.id = QStringLiteral("root-cause");
    section.title = QStringLiteral("Root cause");
    return findingCards({finding}, incident, {section}, clockOf)[0];
}

} // namespace

class TestFindingCards : public QObject
{
    Q_OBJECT

private slots:
    void inASection()
    {
        const Card card = cardOf(findingAt(QStringLiteral("root-cause")));
        QCOMPARE(card.id, QStringLiteral("0123456789abcdef"));
        QCOMPARE(card.kicker, QStringLiteral("blame  ·  Root cause"));
        QCOMPARE(card.detail, QStringLiteral("Name the step.\nWho fears the blame tells less."));
        QCOMPARE(card.action, QStringLiteral("dismiss"));
        QCOMPARE(card.spoken,
                 QStringLiteral("blame, Root cause. This puts the fault on a person. Name the step. Who fears the blame tells less."));
    }

    void inAnEntryOrAnActionItem()
    {
        Story story;
        story.tell(QStringLiteral(
            "14:02 Dana declare P0 Down\n14:10 Lee note Lee forgot to check the replica\n14:20 Mo action-item Lee Be careful"));
        const Incident incident = story.incident();
        QCOMPARE(cardOf(findingAt(story.entryOf(QStringLiteral("forgot")).toString()), incident).kicker,
                 QStringLiteral("blame  ·  14:10 Lee forgot to check the replica"));
        QCOMPARE(cardOf(findingAt(incident.actions[0].id.toString()), incident).kicker,
                 QStringLiteral("blame  ·  action item “Be careful”"));
        QCOMPARE(cardOf(findingAt({}, "unknown-start"), incident).kicker, QStringLiteral("start unknown"));
    }

    void aDismissedOneIsQuietAndSaysWhy()
    {
        review::Finding finding = findingAt(QStringLiteral("root-cause"));
        finding.dismissed = true;
        finding.reason = QStringLiteral("Dana wants it so");
        finding.dismissedBy = QStringLiteral("Mo");
        const Card card = cardOf(finding);
        QCOMPARE(card.tone, Tone::Quiet);
        QCOMPARE(card.detail, QStringLiteral("Dismissed by Mo: Dana wants it so"));
        QCOMPARE(card.action, QStringLiteral("take up again"));
    }
};

QTEST_GUILESS_MAIN(TestFindingCards)
#include "tst_findingcards.moc"
