// A countdown as people read it.
#include "models/clocks/remaining.h"
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

QString remaining(const ClockStory &story, const char *id, const char *now)
{
    return remainingText(story.clock(id, now), at(now));
}

} // namespace

class TestRemaining : public QObject
{
    Q_OBJECT

private slots:
    void minutesHoursAndDays()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P1 Checkout is slow");
        TOLD(remaining(story, "acknowledge", "10:12:42"), "02:18");
        TOLD(remaining(story, "acknowledge", "10:15"), "00:00");
        TOLD(remaining(story, "resolve", "12:48"), "1:12:00");
        Countdown far = story.clock("resolve", "10:00");
        far.dueAt = at("10:00") + 76h;
        TOLD(remainingText(far, at("10:00")), "3 days 4 h");
        TOLD(remainingText(far, at("14:00")), "3 days");
    }

    void missed()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(remaining(story, "acknowledge", "10:06:05"), "missed by 01:05");
        TOLD(remainingText(story.clock("acknowledge", "10:01"), at("10:06:05")), "missed by 01:05"); // told later than it was computed
        story.tell("10:07 Dana ack");
        TOLD(remaining(story, "acknowledge", "12:00"), "missed by 02:00");
    }

    void settledPausedAndInWords()
    {
        ClockStory story(targetsOnly());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:02 Dana ack
                      10:10 Dana pause resolve Waiting on the vendor)");
        TOLD(remaining(story, "acknowledge", "10:20"), "met");
        TOLD(remaining(story, "resolve", "10:20"), "paused, 50:00 left");
        TOLD(remaining(story, "resolve", "15:20"), "paused, 50:00 left");
        story.tell("15:30 Dana waive resolve The customer agreed");
        TOLD(remaining(story, "resolve", "15:40"), "waived");
        story.tell("15:50 Dana severity P3 A typo");
        TOLD(remaining(story, "resolve", "16:00"), "waived");
        ClockStory words(targetsOnly());
        words.tell("10:00 Dana declare P3 A typo");
        TOLD(remaining(words, "resolve", "16:00"), "next sprint");
    }

    void progressGoesFromNothingToOne()
    {
        ClockStory story(targetsOnly());
        story.tell("10:00 Dana declare P0 Checkout is down");
        const Countdown resolve = story.clock("resolve", "10:00");
        QCOMPARE(progress(resolve, at("10:00")), 0.0);
        QCOMPARE(progress(resolve, at("10:15")), 0.25);
        QCOMPARE(progress(resolve, at("11:30")), 1.0);
        QCOMPARE(progress(resolve, at("09:00")), 0.0);
        story.tell("10:30 Dana pause resolve Waiting on the vendor");
        QCOMPARE(progress(story.clock("resolve", "12:00"), at("12:00")), 0.5);
        ClockStory words(targetsOnly());
        words.tell("10:00 Dana declare P3 A typo");
        QCOMPARE(progress(words.clock("resolve", "16:00"), at("16:00")), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestRemaining)
#include "tst_remaining.moc"
