// A required seat that is empty.
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

plan::Plan rolesOnly()
{
    plan::Plan plan;
    plan.id = QStringLiteral("test");
    plan.severities = {severity("P0", Duration(5min), {}), severity("P1", {}, {}), severity("P2", Duration(15min), {})};
    plan::Role commander;
    commander.id = QStringLiteral("ic");
    commander.name = QStringLiteral("Incident Commander");
    commander.requiredAt = {QStringLiteral("P0"), QStringLiteral("P1")};
    plan::Role scribe;
    scribe.id = QStringLiteral("scribe");
    plan.roles = {commander, scribe};
    return plan;
}

} // namespace

class TestRoleClocks : public QObject
{
    Q_OBJECT

private slots:
    void anEmptySeatCountsFromTheDeclaration()
    {
        ClockStory story(rolesOnly());
        story.tell("09:50>10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("role:ic", "10:01"), "running, due 10:05");
        TOLD(story.clock("role:ic", "10:01").label, "Assign Incident Commander");
        TOLD(story.clock("role:ic", "10:01").detail, "required at P0");
        TOLD(story.text("role:scribe", "10:01"), "none");
        story.tell("10:03 Dana role ic Ravi");
        TOLD(story.text("role:ic", "10:04"), "met, due 10:05, met 10:03");
    }

    void aSeatIsDueAtOnceWhereThePlanGivesNoTime()
    {
        ClockStory story(rolesOnly());
        story.tell("10:00 Dana declare P1 Checkout is slow");
        TOLD(story.text("role:ic", "10:01"), "missed, due 10:00, late 60 s");
        TOLD(story.text("acknowledge", "10:01"), "none");
    }

    void aReleasedSeatCountsFromTheReleaseAndMissedSpansRemain()
    {
        ClockStory story(rolesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:08 Dana role ic Ravi
                      11:00 Ravi release ic)");
        TOLD(story.text("role:ic", "11:02"), "running, due 11:05");
        TOLD(story.text("role:ic#1", "11:02"), "missed, due 10:05, met 10:08, late 180 s");
        story.tell("11:03 Dana role ic Mei");
        TOLD(story.text("role:ic", "12:00"), "met, due 11:05, met 11:03");
    }

    void aHandoverLeavesNoSeatEmpty()
    {
        ClockStory story(rolesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:02 Dana role ic Ravi
                      11:00 Ravi offer ic Mei
                      11:04 Mei accept ic)");
        TOLD(story.text("role:ic", "11:05"), "met, due 10:05, met 10:02");
    }

    void aSeatCountsFromWhenItBecameRequired()
    {
        ClockStory story(rolesOnly());
        story.tell("10:00 Dana declare P2 Search is slow");
        TOLD(story.text("role:ic", "10:30"), "none");
        story.tell("10:30 Dana severity P0 It is down");
        TOLD(story.text("role:ic", "10:31"), "running, due 10:35");
        story.tell("10:33 Dana severity P2 It was the test system");
        TOLD(story.text("role:ic", "10:40"), "none");
    }

    void whatWasMissedStaysWhenTheSeatIsRequiredNoMore()
    {
        ClockStory story(rolesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:20 Dana severity P2 Better)");
        TOLD(story.text("role:ic", "10:40"), "missed, due 10:05, met 10:20, late 900 s");
    }

    void resolutionEndsAnEmptySeatAndReopeningStartsItAnew()
    {
        ClockStory story(rolesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:03 Dana status resolved)");
        TOLD(story.text("role:ic", "12:00"), "none");
        story.tell("12:00 Dana status investigating It is back");
        TOLD(story.text("role:ic", "12:01"), "running, due 12:05");
    }

    void aSeatTakenBeforeTheDeclarationWasNeverEmpty()
    {
        ClockStory story(rolesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      09:59>10:01 Dana role ic Ravi)");
        TOLD(story.text("role:ic", "10:02"), "none");
    }
};

QTEST_GUILESS_MAIN(TestRoleClocks)
#include "tst_roleclocks.moc"
