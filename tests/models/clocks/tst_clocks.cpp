// All clocks of an incident together: their order, and when anything changes.
#include "tests/models/clocks/fullplan.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

QString nextText(const ClockStory &story, const char *now)
{
    const std::optional<Instant> next = nextChange(story.all(now), at(now));
    return next ? timeText(*next) : QStringLiteral("never");
}

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT

private slots:
    void theMostUrgentStandsFirst()
    {
        ClockStory story(fullPlan());
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(story.ids("10:01"),
             "acknowledge role:ic role:comms escalate:lead update:responders update:executives escalate:cto resolve escalate:vp");
        QCOMPARE(mostUrgent(story.all("10:01"))->id, QStringLiteral("acknowledge"));
        story.tell(R"(10:01 Dana escalate lead
                      10:02 Dana ack
                      10:03 Dana role ic Dana
                      10:04 Dana pause resolve Waiting on the vendor)");
        TOLD(story.ids("10:06"),
             "role:comms update:responders update:executives escalate:cto resolve escalate:vp escalate:lead acknowledge role:ic");
        QVERIFY(!mostUrgent({}));
    }

    void pausedAndTimelessOnesStandLast()
    {
        ClockStory story(fullPlan());
        story.tell(R"(10:00 Dana declare P3 A typo
                      10:05 Dana set type security
                      10:06 Dana ask Ravi 30m Find it
                      10:07 Dana pause ask:1 Waiting on the vendor)");
        TOLD(story.ids("10:10"), "ask:1 acknowledge resolve update:responders escalate:legal");
    }

    void theNextChangeIsAWarningOrAMiss()
    {
        plan::Plan plan = targetsOnly();
        ClockStory story(plan);
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(nextText(story, "10:00"), "10:04"); // 80% of the time to acknowledge
        TOLD(nextText(story, "10:04"), "10:05"); // and a millisecond
        QCOMPARE(*nextChange(story.all("10:04"), at("10:04")), at("10:05") + 1ms);
        TOLD(nextText(story, "10:05:01"), "10:48"); // resolve is near its end
        TOLD(nextText(story, "11:30"), "never");    // both are missed
    }

    void theEndOfASnoozeIsAChange()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:50 Dana snooze resolve 20m Rollback is under way)");
        TOLD(nextText(story, "11:01"), "11:10");
        TOLD(nextText(story, "11:10"), "never");
    }

    void whatIsPausedOrSettledDoesNotChange()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:01 Dana ack
                      10:10 Dana pause resolve Waiting on the vendor)");
        TOLD(nextText(story, "10:20"), "never");
        story.tell(R"(10:30 Dana resume resolve
                      10:40 Dana status resolved)");
        TOLD(nextText(story, "10:41"), "never");
    }

    void theWatchIsOverAtItsTime()
    {
        plan::Plan plan;
        plan.id = QStringLiteral("test");
        plan.severities = {severity("P0", {}, {})};
        plan.stabilityWatch = Duration(30min);
        ClockStory story(plan);
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:30 Dana status monitoring)");
        QCOMPARE(nextChange(story.all("10:58"), at("10:58")), std::optional(at("11:00")));
        TOLD(nextText(story, "11:00"), "never");
    }

    void statesHaveWords()
    {
        const std::pair<State, const char *> names[] = {{State::Running, "running"},
                                                        {State::Met, "met"},
                                                        {State::Missed, "missed"},
                                                        {State::Waived, "waived"},
                                                        {State::Paused, "paused"}};
        for (const auto &[state, name] : names)
            TOLD(stateName(state), name);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
