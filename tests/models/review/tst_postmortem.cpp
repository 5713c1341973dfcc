// The draft of the post-mortem, by the plan's sections.
#include "models/core/standardsections.h"
#include "models/review/fill.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

QStringList titles(const std::vector<DraftSection> &sections)
{
    QStringList all;
    for (const DraftSection &section : sections)
        all << section.title;
    return all;
}

DraftSection sectionOf(const std::vector<DraftSection> &sections, const char *id)
{
    for (const DraftSection &section : sections) {
        if (section.id == QLatin1String(id))
            return section;
    }
    return {};
}

plan::Plan planWith(const std::vector<plan::Section> &sections)
{
    plan::Plan plan = reviewPlan();
    plan.postmortem.sections = sections;
    return plan;
}

Story storyUnder(const plan::Plan &plan)
{
    Story story(plan::toJson(plan));
    story.tell(outage());
    return story;
}

} // namespace

class TestPostmortem : public QObject
{
    Q_OBJECT

private slots:
    void aPlanWithoutSectionsHasTheStandardOnes();
    void whatAPlanLeavesOutIsAdded();
    void theTimelineTellsBothTimes();
    void aUtcPlanTellsTheTimeOnce();
    void struckAndRedactedEntriesSaySo();
    void aPersonsWordsStand();
    void theRecordIsNotLostUnderAPersonsWords();
    void whatWasFilledAndSavedIsNotSaidTwice();
    void promptsStandWhereNobodyWrote();
    void rolesAreToldOverTime();
    void everySectionCanBeWritten();
    void aSectionOfAnEarlierPlanIsKept();
    void theSummaryDoesNotGuess();
};

void TestPostmortem::aPlanWithoutSectionsHasTheStandardOnes()
{
    const auto sections = postmortem(reviewPlan(), toldOutage().incident(), at("16:00"));
    QCOMPARE(titles(sections),
             (QStringList{QStringLiteral("Summary"), QStringLiteral("Timeline"), QStringLiteral("Impact"),
                          QStringLiteral("Durations against targets"), QStringLiteral("Roles over time"), QStringLiteral("What went well"),
                          QStringLiteral("What went wrong"), QStringLiteral("Root cause"), QStringLiteral("Action items"),
                          QStringLiteral("Lessons learned")}));
    QVERIFY(sectionOf(sections, "timeline").filled);
    QVERIFY(!sectionOf(sections, "root-cause").filled);
}

void TestPostmortem::whatAPlanLeavesOutIsAdded()
{
    const plan::Plan plan =
        planWith({{QStringLiteral("executive-summary"), QStringLiteral("Executive Summary"), {}, QStringLiteral("summary"), true},
                  {QStringLiteral("root-cause-analysis"), QStringLiteral("Root Cause Analysis"), {}, {}, true},
                  {QStringLiteral("what-didnt-go-well"), QStringLiteral("What didn't go well"), {}, {}, false}});
    const auto sections = postmortem(plan, storyUnder(plan).incident(), at("16:00"));
    QCOMPARE(
        titles(sections).mid(0, 3),
        (QStringList{QStringLiteral("Executive Summary"), QStringLiteral("Root Cause Analysis"), QStringLiteral("What didn't go well")}));
    QCOMPARE(titles(sections).mid(3),
             (QStringList{QStringLiteral("Timeline"), QStringLiteral("Impact"), QStringLiteral("Durations against targets"),
                          QStringLiteral("Roles over time"), QStringLiteral("What went well"), QStringLiteral("Action items"),
                          QStringLiteral("Lessons learned")}));
}

void TestPostmortem::theTimelineTellsBothTimes()
{
    const Incident incident = toldOutage().incident();
    const QStringList lines = sectionOf(postmortem(reviewPlan(), incident, at("16:00")), "timeline").markdown.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), static_cast<qsizetype>(incident.entries.size()) + 2);
    QCOMPARE(lines[0], QStringLiteral("| Happened (Europe/Berlin) | Happened (UTC) | Recorded (UTC) | Kind | What | By |"));
    QVERIFY(lines.contains(
        QStringLiteral("| 2026-11-21 15:12 | 2026-11-21 14:12 | 2026-11-21 14:20 **late** | action | Rolled back shard 3 | Lee |")));
    QVERIFY(lines.contains(
        QStringLiteral("| 2026-11-21 15:08 | 2026-11-21 14:08 | 2026-11-21 14:08 | observation | Replica lag is 40 s | Lee |")));
}

void TestPostmortem::aUtcPlanTellsTheTimeOnce()
{
    plan::Plan plan = reviewPlan();
    plan.zone = "UTC";
    const QString table = fillFromRecord(QStringLiteral("timeline"), plan, toldOutage().incident(), at("16:00"));
    QVERIFY(table.startsWith(QLatin1String("| Happened (UTC) | Recorded (UTC) | Kind |")));
}

void TestPostmortem::struckAndRedactedEntriesSaySo()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:30 Lee note The password is hunter2\n15:31 Lee note Wrong room\n15:31 Lee undo"));
    QVERIFY(story.submit(QStringLiteral("Lee"), at("15:32"),
                         command::RedactEntry{story.entryOf(QStringLiteral("hunter2")), QStringLiteral("a secret")}));
    const QString table = fillFromRecord(QStringLiteral("timeline"), reviewPlan(), story.incident(), at("16:00"));
    QVERIFY(!table.contains(QLatin1String("hunter2")));
    QVERIFY(table.contains(QLatin1String("| note | *redacted* | Lee |")));
    QVERIFY(table.contains(QLatin1String("~~Wrong room~~ *(taken back)*")));
}

void TestPostmortem::aPersonsWordsStand()
{
    const plan::Plan plan = planWith({{QStringLiteral("summary"), QStringLiteral("Summary"), {}, QStringLiteral("summary"), false}});
    Story story = storyUnder(plan);
    story.tell(QStringLiteral("16:00 Mo write summary In short: the pool leaked."));
    const DraftSection section = sectionOf(postmortem(plan, story.incident(), at("16:00")), "summary");
    QVERIFY(section.written);
    QVERIFY(!section.filled);
    QCOMPARE(section.markdown, QStringLiteral("In short: the pool leaked."));
    QCOMPARE(section.version, story.last());
    QCOMPARE(withRecord(section, plan, story.incident(), at("16:00")), section.markdown);
}

void TestPostmortem::theRecordIsNotLostUnderAPersonsWords()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("16:00 Mo write timeline It began at two."));
    const DraftSection section = sectionOf(postmortem(reviewPlan(), story.incident(), at("16:00")), "timeline");
    const QString text = withRecord(section, reviewPlan(), story.incident(), at("16:00"));
    QVERIFY(text.startsWith(QLatin1String("It began at two.\n\n### From the record\n\n| Happened")));
    QVERIFY(text.contains(QLatin1String("Rolled back shard 3")));
}

void TestPostmortem::whatWasFilledAndSavedIsNotSaidTwice()
{
    Story story = toldOutage();
    const QString filled = fillFromRecord(QStringLiteral("timeline"), reviewPlan(), story.incident(), at("16:00"));
    QVERIFY(story.submit(QStringLiteral("Mo"), at("16:00"),
                         command::WriteSection{QStringLiteral("timeline"), QStringLiteral("In short:\n\n") + filled, {}}));
    const DraftSection section = sectionOf(postmortem(reviewPlan(), story.incident(), at("16:00")), "timeline");
    QCOMPARE(withRecord(section, reviewPlan(), story.incident(), at("16:00")), section.markdown);
}

void TestPostmortem::promptsStandWhereNobodyWrote()
{
    const plan::Plan plan =
        planWith({{QStringLiteral("luck"), QStringLiteral("Luck"), {QStringLiteral("Where *we* were lucky")}, {}, true}});
    const DraftSection section = sectionOf(postmortem(plan, storyUnder(plan).incident(), at("16:00")), "luck");
    QVERIFY(!section.written && !section.filled && section.required);
    QCOMPARE(section.markdown, QStringLiteral("*Not written yet. To say here:*\n\n- *Where \\*we\\* were lucky*"));
}

void TestPostmortem::rolesAreToldOverTime()
{
    const QString table = fillFromRecord(QStringLiteral("roles"), reviewPlan(), toldOutage().incident(), at("16:00"));
    QVERIFY(table.contains(QLatin1String("| Incident Commander | Dana | 2026-11-21 15:06 | 2026-11-21 15:50 | assigned |  |")));
    QVERIFY(table.contains(
        QLatin1String("| Incident Commander | Mo | 2026-11-21 15:50 | the end | handed over and accepted | shards 1 and 2 are done |")));
    QVERIFY(table.endsWith(QLatin1String("Time without a commander: 2 min.")));
}

void TestPostmortem::everySectionCanBeWritten()
{
    const plan::Plan plan = planWith({{QStringLiteral("summary"), QStringLiteral("Summary"), {}, {}, false}});
    Story story = storyUnder(plan);
    for (const DraftSection &section : postmortem(plan, story.incident(), at("16:00"))) {
        const auto written = story.submit(QStringLiteral("Mo"), at("16:00"), command::WriteSection{section.id, QStringLiteral("said"), {}});
        QVERIFY2(written, qPrintable(section.id));
    }
    for (const DraftSection &section : postmortem(plan, story.incident(), at("16:00")))
        QVERIFY(section.written);
}

void TestPostmortem::aSectionOfAnEarlierPlanIsKept()
{
    const plan::Plan earlier = planWith({{QStringLiteral("where-we-were-lucky"), QStringLiteral("Where we were lucky"), {}, {}, false}});
    Story story = storyUnder(earlier);
    story.tell(QStringLiteral("16:00 Mo write where-we-were-lucky It was a Saturday."));
    const DraftSection section = postmortem(reviewPlan(), story.incident(), at("16:00")).back();
    QCOMPARE(section.title, QStringLiteral("Where we were lucky"));
    QCOMPARE(section.markdown, QStringLiteral("It was a Saturday."));
}

void TestPostmortem::theSummaryDoesNotGuess()
{
    const QString text = fillFromRecord(QStringLiteral("summary"), reviewPlan(), toldOutage().incident(), at("16:00"));
    QVERIFY(text.contains(QLatin1String("It was resolved 1 h 10 min after its detection.")));
    QVERIFY(text.contains(QLatin1String("- Start of the impact: not known")));
    QVERIFY(text.contains(QLatin1String("- Resolved 2026-11-21 16:12 (Europe/Berlin), 15:12 UTC")));
}

QTEST_GUILESS_MAIN(TestPostmortem)
#include "tst_postmortem.moc"
