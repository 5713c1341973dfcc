// The steps of the escalation path.
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

plan::EscalationStep step(const char *id, QStringList severities, std::optional<Duration> after, const char *condition = "")
{
    plan::EscalationStep made;
    made.id = QLatin1String(id);
    made.who = QString::fromLatin1(id).toUpper();
    made.severities = std::move(severities);
    made.after = after;
    made.condition = QLatin1String(condition);
    return made;
}

plan::Plan escalationOnly()
{
    plan::Plan plan = targetsOnly();
    for (plan::Severity &severity : plan.severities)
        severity.respondWithin.reset();
    const QStringList p0{QStringLiteral("P0")};
    plan::EscalationStep late = step("vp", p0, {});
    late.afterResolveTarget = true;
    plan::EscalationStep security = step("legal", {}, {}, "customer data is involved");
    security.types = {QStringLiteral("security")};
    plan.escalation = {step("lead", p0, Duration{}), step("cto", p0, Duration(30min), "not resolved"), late, security,
                       step("manager", {QStringLiteral("P1")}, Duration(1h))};
    plan.types = {QStringLiteral("security"), QStringLiteral("outage")};
    return plan;
}

} // namespace

class TestEscalationClocks : public QObject
{
    Q_OBJECT

private slots:
    void eachStepOfTheSeverityCountsFromDetection()
    {
        ClockStory story(escalationOnly());
        story.tell("09:58>10:00 Dana declare P0 Checkout is down");
        TOLD(story.ids("10:00"), "escalate:lead escalate:cto resolve escalate:vp");
        TOLD(story.text("escalate:lead", "10:00"), "missed, due 09:58, late 120 s"); // at once is at detection
        TOLD(story.text("escalate:cto", "10:00"), "running, due 10:28");
        TOLD(story.clock("escalate:cto", "10:00").label, "Escalate to CTO");
        TOLD(story.clock("escalate:cto", "10:00").detail, "if not resolved after 30 min");
        TOLD(story.clock("escalate:lead", "10:00").detail, "at once");
    }

    void aStepTakenAtOnceIsPartOfTheResponse()
    {
        plan::Plan plan = escalationOnly();
        plan.severities.front().respondWithin = Duration(5min);
        ClockStory story(plan);
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("escalate:lead", "10:01"), "running, due 10:05");
        TOLD(story.text("escalate:lead", "10:06"), "missed, due 10:05, late 60 s");
    }

    void raisingMeetsAStep()
    {
        ClockStory story(escalationOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:20 Dana escalate cto
                      10:25 Dana escalate cto
                      10:26 Dana escalate lead)");
        TOLD(story.text("escalate:cto", "11:00"), "met, due 10:30, met 10:20");
        TOLD(story.text("escalate:lead", "11:00"), "missed, due 10:00, met 10:26, late 1560 s");
    }

    void aStepMayWaitForTheResolveTarget()
    {
        ClockStory story(escalationOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:10 Dana pause resolve Waiting on the vendor)");
        TOLD(story.text("escalate:vp", "10:20"), "paused, due 11:10, because Waiting on the vendor");
        story.tell("10:30 Dana resume resolve");
        TOLD(story.text("escalate:vp", "10:40"), "running, due 11:20");
        TOLD(story.text("escalate:vp", "11:21"), "missed, due 11:20, late 60 s");
        TOLD(story.clock("escalate:vp", "11:21").detail, "when the resolve target has passed");
    }

    void resolutionDropsWhatWasNotDueAndMissesWhatWas()
    {
        ClockStory story(escalationOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:00 Dana escalate lead
                      10:40 Dana status resolved)");
        TOLD(story.text("escalate:vp", "12:00"), "none");
        TOLD(story.text("escalate:cto", "12:00"), "missed, due 10:30, met 10:40, late 600 s");
        TOLD(story.text("escalate:lead", "12:00"), "met, due 10:00, met 10:00");
        QVERIFY(!mostUrgent(story.all("12:00")));
    }

    void aStepForOneTypeOfIncidentWaitsForThatType()
    {
        ClockStory story(escalationOnly());
        story.tell("10:00 Dana declare P1 A leak");
        TOLD(story.ids("10:01"), "escalate:manager resolve");
        story.tell("10:02 Dana set type security");
        TOLD(story.ids("10:03"), "escalate:manager resolve escalate:legal");
        TOLD(story.text("escalate:legal", "10:03"), "running, in words if customer data is involved");
        story.tell("10:04 Dana escalate legal");
        TOLD(story.text("escalate:legal", "10:05"), "met, in words if customer data is involved, met 10:04");
    }

    void whatWasRaisedStaysOnTheRecordAtAnotherSeverity()
    {
        ClockStory story(escalationOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:20 Dana escalate cto
                      10:25 Dana severity P1 Better)");
        TOLD(story.ids("10:26"), "escalate:manager resolve escalate:cto");
        TOLD(story.text("escalate:cto", "10:26"), "met, due 10:30, met 10:20");
    }
};

QTEST_GUILESS_MAIN(TestEscalationClocks)
#include "tst_escalationclocks.moc"
