// What the lint finds, and what it leaves alone.
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

std::vector<Finding> found(const Story &story, const char *rule)
{
    std::vector<Finding> all = lint(reviewPlan(), story.incident(), at("18:00"));
    std::erase_if(all, [rule](const Finding &finding) { return finding.rule != QLatin1String(rule); });
    return all;
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void sectionsThatNobodyWrote();
    void promptsLeftStanding_data();
    void promptsLeftStanding();
    void gapsLongerThanTheCadence();
    void aSeverityRaisedInSilence();
    void todosThatBecameNothing();
    void actionsWithoutOwnerOrDate();
    void timesThatCannotBe();
    void hypothesesLeftOpen();
    void blame_data();
    void blame();
    void blameless_data();
    void blameless();
    void humanErrorIsNoCause();
    void redactedAndStruckTextsAreNotRead();
};

void TestLint::sectionsThatNobodyWrote()
{
    Story story = toldOutage();
    QCOMPARE(found(story, "empty-section").size(), size_t(5)); // well, wrong, root cause, actions, lessons
    story.tell(QStringLiteral("16:00 Mo write root-cause The pool leaked."));
    QCOMPARE(found(story, "empty-section").size(), size_t(4));
    QVERIFY(!found(story, "empty-section").front().suggestion.isEmpty());
}

void TestLint::promptsLeftStanding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("stands");
    QTest::newRow("blank") << QStringLiteral("Caused by [name of the change]") << true;
    QTest::newRow("to be done") << QStringLiteral("TBD") << true;
    QTest::newRow("prompt") << QStringLiteral("What in the system made this possible, and what set it off?\nThe pool.") << true;
    QTest::newRow("a link") << QStringLiteral("See [the change](https://example.org)") << false;
    QTest::newRow("a task") << QStringLiteral("- [x] done\n- [ ] open") << false;
    QTest::newRow("prose") << QStringLiteral("The pool leaked.") << false;
}

void TestLint::promptsLeftStanding()
{
    QFETCH(QString, text);
    QFETCH(bool, stands);
    Story story = toldOutage();
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("root-cause"), text, {}}));
    QCOMPARE(found(story, "standing-prompt").size() + found(story, "placeholder").size(), size_t(stands ? 1 : 0));
}

void TestLint::gapsLongerThanTheCadence()
{
    const Story story = toldOutage();
    const std::vector<Finding> gaps = found(story, "gap");
    QCOMPARE(gaps.size(), size_t(1)); // 14:50 to 15:12
    QVERIFY(gaps[0].text.contains(QLatin1String("22 min from 2026-11-21 15:50 (Europe/Berlin), 14:50 UTC")));
    QVERIFY(gaps[0].text.contains(QLatin1String("every 15 min")));
    QCOMPARE(gaps[0].place, story.entryOf(QStringLiteral("accepts")).toString());
}

void TestLint::aSeverityRaisedInSilence()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(
        QStringLiteral("14:02 Dana declare P1 Slow checkout\n14:10 Dana update responders We look\n14:20 Dana severity P0 It is down"));
    QCOMPARE(found(story, "raised-in-silence").size(), size_t(1));
    story.tell(QStringLiteral("14:25 Dana update responders It is down"));
    QVERIFY(found(story, "raised-in-silence").empty());
    story.tell(QStringLiteral("14:30 Dana severity P1 Better"));
    QVERIFY(found(story, "raised-in-silence").empty());
}

void TestLint::todosThatBecameNothing()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Lee note TODO alert on pool saturation"));
    QCOMPARE(found(story, "todo").size(), size_t(1));
    QCOMPARE(found(story, "todo")[0].place, story.last().toString());
    story.tell(QStringLiteral("15:30 Mo action-item Lee Add an alert on the saturation of the pool"));
    QVERIFY(found(story, "todo").empty());
}

void TestLint::actionsWithoutOwnerOrDate()
{
    Story story = toldOutage();
    QCOMPARE(found(story, "no-action").size(), size_t(1));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"),
                         command::AddAction{QStringLiteral("Alert"), QStringLiteral("Lee"), QStringLiteral("2026-12-01"), {}, {}, {}}));
    QVERIFY(found(story, "loose-action").empty());
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::AddAction{QStringLiteral("Test"), {}, {}, {}, {}, {}}));
    QCOMPARE(found(story, "loose-action").size(), size_t(1));
    QVERIFY(found(story, "loose-action")[0].text.contains(QLatin1String("no owner and no date")));
    QVERIFY(found(story, "no-action").empty());
}

void TestLint::timesThatCannotBe()
{
    Story story = toldOutage();
    QVERIFY(found(story, "impossible-time").empty());
    QCOMPARE(found(story, "unknown-start").size(), size_t(1));
    story.tell(QStringLiteral("16:00 Mo set started_at 2026-11-21T14:03:00Z"));
    QCOMPARE(found(story, "impossible-time").size(), size_t(1));
    QVERIFY(found(story, "unknown-start").empty());
}

void TestLint::hypothesesLeftOpen()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Lee hypothesis It is DNS"));
    QCOMPARE(found(story, "open-hypothesis").size(), size_t(1));
    QVERIFY(story.submit(QStringLiteral("Lee"), at("15:25"),
                         command::SettleHypothesis{story.last(), QStringLiteral("ruled-out"), QStringLiteral("answers are fine")}));
    QVERIFY(found(story, "open-hypothesis").empty());
}

void TestLint::blame_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Lee should have known that the pool was small.", "The operator should've checked the dashboard first.",
                             "It was a careless deployment.", "This was Dana's fault.", "The outage was a mistake by the on-call engineer.",
                             "Lee was to blame.", "Dana broke production on Friday", "Lee forgot to check the replica before the switch.",
                             "The engineer failed to follow the runbook.", "lee misread the graph", "The developer overlooked the warning.",
                             "Dana made a serious mistake when merging."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestLint::blame()
{
    QFETCH(QString, text);
    Story story = toldOutage();
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("root-cause"), text, {}}));
    const std::vector<Finding> findings = found(story, "blame");
    QVERIFY(!findings.empty());
    QCOMPARE(findings[0].place, QStringLiteral("root-cause"));
    QVERIFY(!findings[0].suggestion.isEmpty());
}

void TestLint::blameless_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"The alert should have fired at 40 % and did not.", "Lee rolled back shard 3 within two minutes.",
          "A retry without a limit caused the overload.", "The disk failed to mount after the restart.",
          "Nobody is to blame: the form accepted both.", "This was not Dana's fault.", "We keep this blameless.",
          "The switch was at fault.", "Lee noticed the error first and told the room.", "We should have tested the pool under load.",
          "Lazy loading hid the query.", "The health check broke the deployment.", "The user error page was shown.",
          "Dana failed over the database to the replica."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestLint::blameless()
{
    QFETCH(QString, text);
    Story story = toldOutage();
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{QStringLiteral("root-cause"), text, {}}));
    story.tell(QStringLiteral("16:01 Mo note ") + text);
    QVERIFY2(found(story, "blame").empty(), qPrintable(found(story, "blame").empty() ? QString() : found(story, "blame")[0].text));
    QVERIFY(found(story, "human-error").empty());
}

void TestLint::humanErrorIsNoCause()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("16:00 Mo write root-cause Human error during the switch."));
    QCOMPARE(found(story, "human-error").size(), size_t(1));
    story.tell(QStringLiteral("16:05 Mo write root-cause The tool did not ask twice; this was not human error."));
    QVERIFY(found(story, "human-error").empty());
}

void TestLint::redactedAndStruckTextsAreNotRead()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:30 Mo note Lee was careless TODO\n15:31 Dana note Lee was careless TODO\n15:31 Dana undo"));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("15:32"),
                         command::RedactEntry{story.entryOf(QStringLiteral("careless")), QStringLiteral("unkind")}));
    QVERIFY(found(story, "blame").empty());
    QVERIFY(found(story, "todo").empty());
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
