// The next update to each audience.
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

plan::Plan updatesOnly()
{
    plan::Plan plan;
    plan.id = QStringLiteral("test");
    plan.severities = {severity("P0", {}, {}), severity("P1", {}, {}), severity("P3", {}, {})};
    plan::Audience customers;
    customers.id = QStringLiteral("customers");
    customers.name = QStringLiteral("Customers");
    customers.cadences = {{QStringLiteral("P0"), Duration(10min), Duration(15min)},
                          {QStringLiteral("P1"), Duration(30min), Duration(1h)},
                          {QStringLiteral("P3"), {}, QStringLiteral("as needed")}};
    plan::Audience executives;
    executives.id = QStringLiteral("executives");
    executives.cadences = {{QStringLiteral("P0"), {}, Duration(1h)}};
    plan::Audience staff;
    staff.id = QStringLiteral("staff");
    plan.audiences = {customers, executives, staff};
    return plan;
}

QStringList windowsText(const ClockStory &story, const char *now)
{
    QStringList lines;
    for (const Countdown &window : updateWindows(story.plan(), story.incident(), story.plan().audiences.front(), at(now)))
        lines << window.id + QLatin1String(": ") + clockText(window);
    return lines;
}

} // namespace

class TestUpdateClocks : public QObject
{
    Q_OBJECT

private slots:
    void theFirstCountsFromDetection()
    {
        ClockStory story(updatesOnly());
        story.tell("09:58>10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("update:customers", "10:01"), "running, due 10:08");
        TOLD(story.clock("update:customers", "10:01").detail, "first within 10 min");
        TOLD(story.clock("update:customers", "10:01").label, "Customers update");
        TOLD(story.text("update:executives", "10:01"), "running, due 10:58"); // the plan says only how often
        TOLD(story.text("update:staff", "10:01"), "none");
    }

    void eachCountsFromTheLastThatWasSent()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:08 Dana update customers We are looking into it)");
        TOLD(story.text("update:customers", "10:09"), "running, due 10:23");
        TOLD(story.clock("update:customers", "10:09").detail, "every 15 min");
        story.tell("10:20 Dana update customers We found it");
        TOLD(story.text("update:customers", "10:21"), "running, due 10:35");
        TOLD(story.ids("10:21"), "update:customers update:executives");
    }

    void aMissedWindowStaysBesideTheOneThatRuns()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:08 Dana update customers We are looking into it
                      10:30 Dana update customers We found it)");
        TOLD(story.text("update:customers", "10:31"), "running, due 10:45");
        TOLD(story.text("update:customers#2", "10:31"), "missed, due 10:23, met 10:30, late 420 s");
        TOLD(story.text("update:customers#1", "10:31"), "none");
    }

    void everyWindowIsCountedForTheReview()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:08 Dana update customers We are looking into it
                      10:30 Dana update customers We found it)");
        QCOMPARE(windowsText(story, "10:31"),
                 QStringList({QStringLiteral("update:customers#1: met, due 10:10, met 10:08"),
                              QStringLiteral("update:customers#2: missed, due 10:23, met 10:30, late 420 s"),
                              QStringLiteral("update:customers: running, due 10:45")}));
        story.tell("10:40 Dana status resolved");
        QCOMPARE(windowsText(story, "23:00").size(), 2); // the last was not due when it ended
    }

    void anUpdateThatIsLoggedLateCountsFromWhenItWasSent()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:20 Dana update customers We found it
                      10:09>10:25 Dana update customers We are looking into it)");
        TOLD(story.text("update:customers", "10:26"), "running, due 10:35");
        TOLD(story.text("update:customers#1", "10:26"), "none");
    }

    void aChangeOfSeverityAppliesTheNewCadenceFromTheLastUpdate()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P1 Checkout is slow
                      10:20 Dana update customers We are looking into it
                      10:25 Dana severity P0 It is down)");
        TOLD(story.text("update:customers", "10:26"), "running, due 10:35");
        TOLD(story.text("update:executives", "10:26"), "running, due 11:00");
        story.tell("10:30 Dana severity P1 Better");
        TOLD(story.text("update:customers", "10:31"), "running, due 11:20");
        TOLD(story.text("update:executives", "10:31"), "none");
    }

    void theSeverityOfAPastWindowIsThatInWhichItEnded()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:10 Dana update customers We are looking into it
                      10:30 Dana update customers We found it
                      10:31 Dana severity P1 Better)");
        TOLD(story.text("update:customers#2", "10:32"), "missed, due 10:25, met 10:30, late 300 s");
    }

    void aCadenceInWordsIsShown()
    {
        ClockStory story(updatesOnly());
        story.tell("10:00 Dana declare P3 A typo");
        TOLD(story.text("update:customers", "12:00"), "running, in words as needed");
    }

    void theyEndWithTheResolution()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:05 Dana update customers We are looking into it
                      10:18 Dana status resolved)");
        TOLD(story.ids("23:00"), "");
    }

    void whatWasDueAtTheResolutionIsMissed()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:18 Dana status resolved
                      10:19 Dana update customers It works again)");
        TOLD(story.text("update:customers#1", "23:00"), "missed, due 10:10, met 10:18, late 480 s");
        QVERIFY(!story.clock("update:customers#1", "23:00").isOpen());
    }

    void reopeningStartsAnew()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:05 Dana update customers We are looking into it
                      10:18 Dana status resolved
                      10:19 Dana update customers It works again
                      12:00 Dana status investigating It is back)");
        TOLD(story.text("update:customers", "12:01"), "running, due 12:15");
        TOLD(story.text("update:executives", "12:01"), "running, due 13:00");
        TOLD(story.ids("12:01"), "update:customers update:executives");
    }

    void aWaiverSkipsOneWindow()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:05 Dana update customers We are looking into it
                      10:10 Dana waive update:customers Nothing new to say)");
        TOLD(story.text("update:customers", "11:00"), "waived, due 10:20, because Nothing new to say");
        story.tell("11:00 Dana update customers We found it");
        TOLD(story.text("update:customers", "11:01"), "running, due 11:15");
        TOLD(story.text("update:customers#2", "11:01"), "none");
        TOLD(windowsText(story, "11:01").at(1), "update:customers#2: waived, due 10:20, because Nothing new to say");
    }

    void aSnoozeLapsesWithItsWindow()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:09 Dana snooze update:customers 30m Writing it)");
        TOLD(story.text("update:customers", "10:11"), "missed, due 10:10, late 60 s, snoozed until 10:39, because Writing it");
        story.tell("10:12 Dana update customers We are looking into it");
        TOLD(story.text("update:customers", "10:13"), "running, due 10:27");
    }

    void aPauseHoldsAcrossUpdates()
    {
        ClockStory story(updatesOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:05 Dana pause update:customers Legal asked for silence
                      10:20 Dana update customers We are looking into it)");
        TOLD(story.text("update:customers", "10:30"), "paused, due 10:45, because Legal asked for silence");
        QCOMPARE(story.clock("update:customers", "10:30").left, Duration(15min));
        story.tell("10:30 Dana resume update:customers");
        TOLD(story.text("update:customers", "10:31"), "running, due 10:45");
        TOLD(windowsText(story, "10:31").front(), "update:customers#1: met, due 10:25, met 10:20");
    }
};

QTEST_GUILESS_MAIN(TestUpdateClocks)
#include "tst_updateclocks.moc"
