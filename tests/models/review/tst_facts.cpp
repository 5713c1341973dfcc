// What the record says: durations, facts, the brief and the values of templates.
#include "models/review/review.h"
#include "models/review/templatechoice.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

std::optional<Fact> factOf(const std::vector<Fact> &all, const char *label)
{
    for (const Fact &fact : all) {
        if (fact.label == QLatin1String(label))
            return fact;
    }
    return std::nullopt;
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void durationsAreCountedBetweenWhatIsKnown();
    void nothingIsComputedFromAGuess();
    void anEndBeforeItsStartIsImpossible();
    void aDurationStandsAgainstItsTarget();
    void theCourseIsTold();
    void updatesAreCounted();
    void aMetricTargetJudgesWhatNoClockCounts();
    void nothingHappenedYet();
    void templatesGetWhatIsKnownOnly();
    void aMessagePromisesTheNextOneByItsAudiencesPace();
    void aRestrictedIncidentIsNamedByItsCodename();
    void theBriefSaysConditionsActionsNeeds();
    void executivesGetLess();
    void executivesReadWholeSentences();
    void theHandoverKeepsWhatMustNotBeTriedTwice();
    void theTemplateOfTheStageComesFirst();
};

void TestFacts::durationsAreCountedBetweenWhatIsKnown()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Mo set started_at 2026-11-21T14:00:00Z"));
    const Durations lengths = durations(story.incident());
    QCOMPARE(lengths.toDetect.value, Duration(2min));
    QCOMPARE(lengths.toAcknowledge.value, Duration(3min));
    QCOMPARE(lengths.toIdentify.value, Duration(20min));
    QCOMPARE(lengths.toMitigate.value, Duration(38min));
    QCOMPARE(lengths.toResolve.value, Duration(70min));
    QCOMPARE(lengths.total.value, Duration(72min));
}

void TestFacts::nothingIsComputedFromAGuess()
{
    const Durations lengths = durations(toldOutage().incident()); // the start is not known
    QCOMPARE(lengths.toDetect, Length());
    QCOMPARE(lengths.total, Length());
}

void TestFacts::anEndBeforeItsStartIsImpossible()
{
    const Length length = between(at("14:10"), at("14:09"));
    QVERIFY(length.impossible);
    QVERIFY(!length.value);
    QCOMPARE(between(at("14:10"), at("14:10")), (Length{Duration{}, false}));

    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Mo set started_at 2026-11-21T14:03:00Z"));
    const auto fact = factOf(facts(reviewPlan(), story.incident(), at("16:00")), "Time to detect");
    QVERIFY(fact);
    QVERIFY(fact->value.startsWith(QLatin1String("impossible")));
    QCOMPARE(fact->verdict, Fact::Verdict::None);
}

void TestFacts::aDurationStandsAgainstItsTarget()
{
    const std::vector<Fact> all = facts(reviewPlan(), toldOutage().incident(), at("16:00"));
    const auto acknowledged = factOf(all, "Time to acknowledge");
    QCOMPARE(acknowledged->value, QStringLiteral("3 min"));
    QCOMPARE(acknowledged->target, QStringLiteral("within 5 min"));
    QCOMPARE(acknowledged->verdict, Fact::Verdict::Kept);
    const auto resolved = factOf(all, "Time to resolve");
    QCOMPARE(resolved->value, QStringLiteral("1 h 10 min"));
    QCOMPARE(resolved->verdict, Fact::Verdict::Missed);
    QCOMPARE(resolved->rests.size(), size_t(2)); // the detection and the resolution
    const auto missed = factOf(all, "Missed: Resolve");
    QVERIFY(missed);
    QCOMPARE(missed->value, QStringLiteral("10 min late"));
}

void TestFacts::theCourseIsTold()
{
    const std::vector<Fact> all = facts(reviewPlan(), toldOutage().incident(), at("16:00"));
    QCOMPARE(factOf(all, "Time at severity P0 Critical")->value, QStringLiteral("1 h 10 min"));
    QCOMPARE(factOf(all, "Time in status Identified")->value, QStringLiteral("15 min"));
    QVERIFY(!factOf(all, "Time in status Resolved"));
    QCOMPARE(factOf(all, "Time without a commander")->value, QStringLiteral("2 min"));
    QVERIFY(factOf(all, "Longest silence in the record")->value.startsWith(QLatin1String("22 min, from 2026-11-21 15:50 (Europe/Berlin)")));
    const auto held = factOf(all, "Held by: Incident Commander");
    QCOMPARE(held->value, QStringLiteral("Dana from 2026-11-21 15:06 until 2026-11-21 15:50; Mo from 2026-11-21 15:50 until the end"));
    QCOMPARE(held->rests.size(), size_t(2));
    QVERIFY(factOf(all, "Asks that overran their time")->value.startsWith(QLatin1String("1 of 1: Lee: check the replica")));
}

void TestFacts::updatesAreCounted()
{
    const std::vector<Fact> all = facts(reviewPlan(), toldOutage().incident(), at("16:00"));
    const auto first = factOf(all, "First update: Responders");
    QCOMPARE(first->value, QStringLiteral("18 min after detection"));
    QCOMPARE(first->verdict, Fact::Verdict::Missed);
    QCOMPARE(first->rests.size(), size_t(1));
    QCOMPARE(factOf(all, "Updates: Responders")->value, QStringLiteral("1 sent, 1 late, 1 skipped"));
    QVERIFY(!factOf(all, "First update: Executives")); // no cadence, and nothing was sent
    QStringList missed;
    for (const Fact &fact : all) {
        if (fact.label == QLatin1String("Missed: Responders update"))
            missed << fact.value;
    }
    missed.sort();
    QCOMPARE(missed, (QStringList{QStringLiteral("8 min late"), QStringLiteral("not done, 37 min overdue at the resolution")}));
}

void TestFacts::aMetricTargetJudgesWhatNoClockCounts()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Mo set started_at 2026-11-21T13:50:00Z"));
    const auto fact = factOf(facts(reviewPlan(), story.incident(), at("16:00")), "Time to detect");
    QCOMPARE(fact->target, QStringLiteral("within 3 min (MTTD)"));
    QCOMPARE(fact->verdict, Fact::Verdict::Missed);
}

void TestFacts::nothingHappenedYet()
{
    QVERIFY(!facts(plan::Plan(), Incident(), at("14:00")).empty());
    QVERIFY(!situation(plan::Plan(), Incident(), at("14:00")).isEmpty());
    QVERIFY(!postmortem(plan::Plan(), Incident(), at("14:00")).empty());
    (void)lint(plan::Plan(), Incident(), at("14:00"));
}

void TestFacts::templatesGetWhatIsKnownOnly()
{
    const QMap<QString, QString> values = templateValues(reviewPlan(), toldOutage().incident(), at("16:00"));
    QCOMPARE(values[QStringLiteral("title")], QStringLiteral("Checkout returns 503"));
    QCOMPARE(values[QStringLiteral("severity_name")], QStringLiteral("Critical"));
    QCOMPARE(values[QStringLiteral("ic")], QStringLiteral("Mo"));
    QCOMPARE(values[QStringLiteral("resolution")], QStringLiteral("No errors for half an hour"));
    QCOMPARE(values[QStringLiteral("detected")], QStringLiteral("2026-11-21 15:02 (Europe/Berlin), 14:02 UTC"));
    QCOMPARE(values[QStringLiteral("channel")], QStringLiteral("#war-room"));
    for (const char *unknown : {"started", "eta", "cause", "impact", "next_update"})
        QVERIFY2(!values.contains(QLatin1String(unknown)), unknown);
}

void TestFacts::aMessagePromisesTheNextOneByItsAudiencesPace()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Down")); // an update to the responders has been due since 14:12
    const QMap<QString, QString> values = templateValues(reviewPlan(), story.incident(), at("14:30"), QStringLiteral("responders"));
    QVERIFY2(values[QStringLiteral("next_update")].contains(QStringLiteral("14:45")), qPrintable(values[QStringLiteral("next_update")]));
}

void TestFacts::aRestrictedIncidentIsNamedByItsCodename()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("15:20 Mo set codename Blue heron\n15:21 Mo set restricted true"));
    QCOMPARE(templateValues(reviewPlan(), story.incident(), at("16:00"))[QStringLiteral("title")], QStringLiteral("Blue heron"));
    const QString text = situation(reviewPlan(), story.incident(), at("16:00"), BriefFor::Executives);
    QVERIFY(text.contains(QLatin1String("Blue heron")));
    QVERIFY(!text.contains(QLatin1String("Checkout")));
}

void TestFacts::theBriefSaysConditionsActionsNeeds()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(outage().section(QLatin1Char('\n'), 0, 6));
    const QString text = situation(reviewPlan(), story.incident(), at("14:22"));
    QVERIFY(text.startsWith(QLatin1String("INC-TEST  Checkout returns 503\n")));
    for (const char *part :
         {"As of 2026-11-21 15:22 (Europe/Berlin), 14:22 UTC; times below are Europe/Berlin", "P0 Critical · Investigating · 20 min since detection", "CONDITIONS",
          "15:12 Rolled back shard 3", "NEEDS", "Lee: check the replica, overdue by 2 min, was due 15:20", "Incident Commander: Dana",
          "Nobody yet: Scribe", "DUE NEXT", "Responders update: 15:35, in 13 min"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

void TestFacts::executivesGetLess()
{
    const Incident incident = toldOutage().incident();
    const QString executives = situation(reviewPlan(), incident, at("16:00"), BriefFor::Executives);
    const QString handover = situation(reviewPlan(), incident, at("16:00"), BriefFor::Handover);
    QVERIFY(executives.size() < handover.size());
    QVERIFY(!executives.contains(QLatin1String("NEEDS")));
    QVERIFY(handover.contains(QLatin1String("Responders, 15:20: Rolling back")));
}

void TestFacts::executivesReadWholeSentences()
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(outage().section(QLatin1Char('\n'), 0, 6));
    story.tell(QStringLiteral("14:10 Lee hypothesis the pool is exhausted\n14:21 Dana decision roll back 4.12 #rollback @lee"));
    const QString text = situation(reviewPlan(), story.incident(), at("14:22"), BriefFor::Executives);
    for (const char *part : {"Severity P0 Critical · as of 2026-11-21 15:22 (Europe/Berlin), 14:22 UTC", "The impact is not known yet.",
                             "Detected at 15:02, 20 min ago; the cause is being looked for.",
                             "The cause is not confirmed; suspected: The pool is exhausted.", "Decided at 15:21: Roll back 4.12.",
                             "Dana is in command. The target is to resolve it by 16:02, in 40 min."})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
}

void TestFacts::theHandoverKeepsWhatMustNotBeTriedTwice()
{
    Story story = toldOutage();
    const QString joining = situation(reviewPlan(), story.incident(), at("16:00"));
    const QString handover = situation(reviewPlan(), story.incident(), at("16:00"), BriefFor::Handover);
    QVERIFY2(handover.contains(QLatin1String("NEEDS: you take these over\n  Lee: check the replica")), qPrintable(handover));
    QVERIFY(handover.contains(QLatin1String("Incident Commander: Mo, since 15:50")));
    QVERIFY(handover.size() > joining.size());
}

void TestFacts::theTemplateOfTheStageComesFirst()
{
    const auto item = [](const char *id, const char *audience, const char *stage) {
        plan::Template made;
        made.id = QLatin1String(id);
        made.audience = QLatin1String(audience);
        made.stage = QLatin1String(stage);
        return made;
    };
    plan::Plan plan = reviewPlan();
    plan.templates = {item("later", "responders", "resolved"), item("any", "", ""), item("first", "responders", "declared"),
                      item("looking", "responders", "investigating"), item("others", "executives", "declared")};
    Story story(plan::toJson(plan));
    story.tell(QStringLiteral("14:02 Dana declare P0 Down"));
    const auto best = [&] { return fittingTemplate(plan, story.incident(), QStringLiteral("responders"))->id; };
    QCOMPARE(best(), QStringLiteral("first"));
    story.tell(QStringLiteral("14:05 Dana update responders We are on it"));
    QCOMPARE(best(), QStringLiteral("looking"));
    story.tell(QStringLiteral("14:09 Dana status mitigating"));
    QCOMPARE(best(), QStringLiteral("any"));
    QCOMPARE(templatesFor(plan, story.incident(), QStringLiteral("responders")).size(), size_t(4));
    plan.templates = {item("later", "responders", "resolved")};
    QVERIFY(!fittingTemplate(plan, story.incident(), QStringLiteral("responders")));
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
