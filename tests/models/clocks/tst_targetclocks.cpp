// Acknowledge and resolve, and what people may do to a clock.
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

class TestTargetClocks : public QObject
{
    Q_OBJECT

private slots:
    void bothCountFromDetection()
    {
        ClockStory story(targetsOnly());
        story.tell("09:58>10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("acknowledge", "10:01"), "running, due 10:03");
        TOLD(story.text("resolve", "10:01"), "running, due 10:58");
        QCOMPARE(story.clock("resolve", "10:01").startedAt, at("09:58"));
        QCOMPARE(story.clock("resolve", "10:01").warnAt, std::optional(at("10:46")));
        TOLD(story.clock("resolve", "10:01").detail, "within 1 h");
    }

    void whereDetectionIsNotKnownTheyCountFromTheDeclaration()
    {
        ClockStory story(targetsOnly());
        Declare declare;
        declare.title = QStringLiteral("Checkout is down");
        declare.severity = QStringLiteral("P0");
        declare.plan = deskPlan(story.plan());
        declare.ref = QStringLiteral("INC-TEST");
        declare.started = at("09:00");
        story.does("10:00", declare);
        TOLD(story.text("acknowledge", "10:01"), "running, due 10:05");
    }

    void aPlanMayCountFromTheStart()
    {
        plan::Plan plan = targetsOnly();
        plan.origin = plan::Origin::Started;
        ClockStory story(plan);
        story.tell("09:58>10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("resolve", "10:01"), "running, due 10:58"); // the start is not known yet: from detection
        story.does("10:02", Amend{QStringLiteral("started_at"), QStringLiteral("2026-11-21T09:30:00Z")});
        TOLD(story.text("resolve", "10:03"), "running, due 10:30");
        TOLD(story.text("acknowledge", "10:03"), "missed, due 09:35, late 1680 s");
    }

    void aCorrectionOfTheDetectionFlowsIntoTheClocks()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:04 Dana ack)");
        TOLD(story.text("acknowledge", "10:10"), "met, due 10:05, met 10:04");
        story.does("10:20", Amend{QStringLiteral("detected_at"), QStringLiteral("2026-11-21T09:50:00Z")});
        TOLD(story.text("acknowledge", "10:21"), "missed, due 09:55, met 10:04, late 540 s");
        TOLD(story.text("resolve", "10:21"), "running, due 10:50");
    }

    void atItsDueTimeAClockIsStillInTime()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("acknowledge", "10:05"), "running, due 10:05");
        TOLD(story.text("acknowledge", "10:05:01"), "missed, due 10:05, late 1 s");
        story.tell("10:05 Dana ack");
        TOLD(story.text("acknowledge", "10:06"), "met, due 10:05, met 10:05");
    }

    void missedAndThenMetLateStaysMissed()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P0 Checkout is down");
        QVERIFY(story.clock("acknowledge", "10:06").isOpen());
        story.tell("10:07 Dana ack");
        TOLD(story.text("acknowledge", "10:07"), "missed, due 10:05, met 10:07, late 120 s");
        TOLD(story.text("acknowledge", "12:00"), "missed, due 10:05, met 10:07, late 120 s");
        QVERIFY(!story.clock("acknowledge", "12:00").isOpen());
    }

    void itIsKnownByWhichEventAClockWasMet()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:03 Ravi ack
                      10:40 Dana status resolved)");
        const Incident incident = story.incident();
        QCOMPARE(incident.entry(story.clock("acknowledge", "11:00").metBy)->author, QStringLiteral("Ravi"));
        QCOMPARE(incident.entry(story.clock("resolve", "11:00").metBy)->kind, QStringLiteral("status"));
        TOLD(story.text("resolve", "11:00"), "met, due 11:00, met 10:40");
    }

    void resolvingAcknowledges()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:04 Dana status resolved)");
        TOLD(story.text("acknowledge", "11:00"), "met, due 10:05, met 10:04");
    }

    void aChangeOfSeverityAppliesTheNewTargetFromTheSameOrigin()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P1 Checkout is slow
                      10:20 Dana severity P0 It is down)");
        TOLD(story.text("resolve", "10:30"), "running, due 11:00");
        story.tell("11:10 Dana severity P1 Half of it is back");
        TOLD(story.text("resolve", "11:20"), "running, due 14:00");
    }

    void anUnknownSeverityHasNoTargets()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare unknown Something is wrong");
        TOLD(story.ids("10:30"), "");
        story.tell("10:40 Dana severity P0 Checkout is down");
        TOLD(story.text("acknowledge", "10:41"), "missed, due 10:05, late 2160 s");
    }

    void aTargetInWordsIsShownAndNeverCountedDown()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P3 A typo");
        TOLD(story.text("resolve", "23:00"), "running, in words next sprint");
        QVERIFY(story.clock("resolve", "23:00").isOpen());
        story.tell("23:00 Dana status resolved");
        TOLD(story.text("resolve", "23:01"), "met, in words next sprint, met 23:00");
    }

    void aTargetInWorkingTimeWaitsForMonday() // the 21st is a Saturday
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P2 Search is slow");
        TOLD(story.text("acknowledge", "10:01"), "running, due 2026-11-23 11:00");
        TOLD(story.text("resolve", "10:01"), "running, due 2026-11-25 17:00");
    }

    void pausedTimeDoesNotCount()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:10 Dana pause resolve Waiting on the vendor)");
        TOLD(story.text("resolve", "10:30"), "paused, due 11:20, because Waiting on the vendor");
        QCOMPARE(story.clock("resolve", "10:30").left, Duration(50min));
        QCOMPARE(story.clock("resolve", "15:30").left, Duration(50min));
        story.tell("10:40 Dana resume resolve");
        TOLD(story.text("resolve", "10:50"), "running, due 11:30");
        QCOMPARE(story.clock("resolve", "10:50").warnAt, std::optional(at("11:18")));
        story.tell(R"(10:50 Dana pause resolve Waiting again
                      11:00 Dana resume resolve
                      11:35 Dana status resolved)");
        TOLD(story.text("resolve", "23:00"), "met, due 11:40, met 11:35");
    }

    void aPauseSurvivesAChangeOfSeverity()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P1 Checkout is slow
                      10:10 Dana pause resolve Waiting on the vendor
                      10:20 Dana severity P0 It is down
                      10:40 Dana resume resolve)");
        TOLD(story.text("resolve", "10:45"), "running, due 11:30");
        story.tell("10:50 Dana severity P1 Better");
        TOLD(story.text("resolve", "10:51"), "running, due 14:30");
    }

    void aPauseDoesNotUndoAMiss()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      11:10 Dana pause resolve Waiting on the vendor)");
        TOLD(story.text("resolve", "12:00"), "missed, due 11:50, late 600 s, because Waiting on the vendor");
        story.tell("12:10 Dana resume resolve");
        TOLD(story.text("resolve", "12:20"), "missed, due 12:00, late 1200 s");
    }

    void anUndonePauseNeverWas()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:10 Dana pause resolve Waiting on the vendor
                      10:20 Dana undo)");
        TOLD(story.text("resolve", "10:30"), "running, due 11:00");
    }

    void aPauseOfWorkingTimeCountsOpeningHoursOnly()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P2 Search is slow"); // due on Wednesday at 17:00
        story.does("2026-11-23 15:00", PauseClock{QStringLiteral("resolve"), QStringLiteral("Waiting on the vendor")});
        story.does("2026-11-24 10:00", ResumeClock{QStringLiteral("resolve")});
        TOLD(story.text("resolve", "2026-11-24 11:00"), "running, due 2026-11-26 12:00");
    }

    void aSnoozeSilencesAndMovesNothing()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:50 Dana snooze resolve 15m Rollback is under way)");
        TOLD(story.text("resolve", "10:55"), "running, due 11:00, snoozed until 11:05, because Rollback is under way");
        TOLD(story.text("resolve", "11:01"), "missed, due 11:00, late 60 s, snoozed until 11:05, because Rollback is under way");
        TOLD(story.text("resolve", "11:05"), "missed, due 11:00, late 300 s");
    }

    void aWaivedClockIsSettled()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:02 Dana waive acknowledge The pager is down
                      10:03 Dana ack)");
        TOLD(story.text("acknowledge", "12:00"), "waived, due 10:05, because The pager is down");
        QVERIFY(!story.clock("acknowledge", "12:00").isOpen());
        story.tell("11:30 Dana waive resolve The customer agreed");
        TOLD(story.text("resolve", "12:00"), "waived, due 11:00, late 1800 s, because The customer agreed");
    }

    void whatIsMetIsNotWaivedAfterwards()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:02 Dana ack
                      10:03 Dana waive acknowledge By mistake)");
        TOLD(story.text("acknowledge", "12:00"), "met, due 10:05, met 10:02");
    }

    void aReopenedIncidentRunsAgain()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P1 Checkout is slow
                      11:00 Dana status resolved)");
        TOLD(story.text("resolve", "11:10"), "met, due 14:00, met 11:00");
        story.tell("12:00 Dana status investigating It is back");
        TOLD(story.text("resolve", "12:10"), "running, due 14:00");
        story.tell("14:30 Dana status resolved");
        TOLD(story.text("resolve", "15:00"), "missed, due 14:00, met 14:30, late 1800 s");
    }

    void closedWithoutResolvedIsResolved()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:30 Dana status resolved
                      10:45 Dana status closed)");
        TOLD(story.text("resolve", "12:00"), "met, due 11:00, met 10:30");
    }

    void anIncidentThatWasNeverDeclaredHasNoClocks() { QVERIFY(clocks::clocks(targetsOnly(), Incident{}, at("10:00")).empty()); }
};

QTEST_GUILESS_MAIN(TestTargetClocks)
#include "tst_targetclocks.moc"
