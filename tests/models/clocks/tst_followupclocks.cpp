// The stability watch, time-boxed asks, the post-mortem and its action items.
#include "tests/models/clocks/clockstory.h"

using namespace qd;
using namespace qd::clocks;
using namespace qd::clocks::test;

namespace {

plan::Plan followUp()
{
    plan::Plan plan;
    plan.id = QStringLiteral("test");
    plan.zone = "Europe/Berlin";
    plan.stabilityWatch = Duration(30min);
    plan.severities = {severity("P0", {}, {}), severity("P1", {}, {}), severity("P2", {}, {}), severity("P3", {}, {})};
    plan.severities[0].postmortemRequired = plan::Need::Yes;
    plan.severities[0].postmortemWithin = Duration(48h);
    plan.severities[0].postmortemDocumentWithin = plan::WorkingTime{3, 0};
    plan.severities[1].postmortemWithin = QStringLiteral("in the next review");
    plan.severities[2].postmortemRequired = plan::Need::No;
    plan.severities[2].postmortemWithin = Duration(48h);
    plan.severities[3].postmortemRequired = plan::Need::Optional;
    plan.severities[3].postmortemWithin = Duration(48h);
    return plan;
}

EventId firstAction(const ClockStory &story)
{
    return story.incident().actions.front().id;
}

ChangeAction move(const EventId &action, const char *state)
{
    ChangeAction change;
    change.action = action;
    change.state = QLatin1String(state);
    return change;
}

} // namespace

class TestFollowUpClocks : public QObject
{
    Q_OBJECT

private slots:
    void theWatchIsMetByThePassingOfItsTime()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:30 Dana status monitoring)");
        TOLD(story.text("watch", "10:40"), "running, due 11:00");
        TOLD(story.text("watch", "11:00"), "met, due 11:00, met 11:00");
        story.tell("11:10 Dana status resolved");
        TOLD(story.text("watch", "12:00"), "met, due 11:00, met 11:00");
    }

    void goingBackEndsTheWatch()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:30 Dana status monitoring
                      10:40 Dana status investigating It is back)");
        TOLD(story.text("watch", "10:41"), "none");
        story.tell("10:50 Dana status monitoring");
        TOLD(story.text("watch", "11:10"), "running, due 11:20");
    }

    void resolvingTooEarlyCutsTheWatchShort()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:30 Dana status monitoring
                      10:45 Dana status resolved)");
        TOLD(story.text("watch", "12:00"), "waived, due 11:00, because resolved before the watch was over");
    }

    void anAskHasATimeBox()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      10:01 Dana ask Ravi 10m Check the replica lag
                      10:02 Dana ask Mei 5m Call the vendor)");
        TOLD(story.text("ask:1", "10:05"), "running, due 10:11");
        TOLD(story.clock("ask:1", "10:05").label, "Ravi: Check the replica lag");
        QCOMPARE(story.clock("ask:2", "10:05").subject, story.incident().asks[1].id.toString());
        AnswerAsk answer{story.incident().asks[0].id, QStringLiteral("No lag"), QStringLiteral("done"), {}};
        story.does("10:13", answer);
        TOLD(story.text("ask:1", "10:14"), "missed, due 10:11, met 10:13, late 120 s");
        story.does("10:14", AnswerAsk{story.incident().asks[1].id, QStringLiteral("On hold"), QStringLiteral("extended"), Duration(5min)});
        TOLD(story.text("ask:2", "10:15"), "running, due 10:19");
        story.does("10:16", AnswerAsk{story.incident().asks[1].id, QStringLiteral("No need any more"), QStringLiteral("dropped"), {}});
        TOLD(story.text("ask:2", "10:17"), "waived, due 10:19, because No need any more");
    }

    void thePostmortemCountsFromTheResolution()
    {
        ClockStory story(followUp());
        story.tell("10:00 Dana declare P0 Checkout is down");
        TOLD(story.text("postmortem", "10:50"), "none");
        story.tell("11:00 Dana status resolved"); // a Saturday
        TOLD(story.text("postmortem", "11:01"), "running, due 2026-11-23 11:00");
        TOLD(story.text("postmortem-document", "11:01"), "running, due 2026-11-25 16:00");
        story.does("2026-11-23 10:00", MovePostmortem{QStringLiteral("review")});
        TOLD(story.text("postmortem", "2026-11-23 12:00"), "met, due 2026-11-23 11:00, met 2026-11-23 10:00");
        QVERIFY(story.clock("postmortem-document", "2026-11-23 12:00").isOpen());
        story.does("2026-11-25 17:00", MovePostmortem{QStringLiteral("final")});
        TOLD(story.text("postmortem-document", "2026-11-26 12:00"), "missed, due 2026-11-25 16:00, met 2026-11-25 17:00, late 3600 s");
        TOLD(story.text("postmortem", "2026-11-26 12:00"), "met, due 2026-11-23 11:00, met 2026-11-23 10:00");
    }

    void aPostmortemThatGoesBackToDraftRunsAgain()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P0 Checkout is down
                      11:00 Dana status resolved
                      12:00 Dana postmortem review
                      13:00 Dana postmortem draft)");
        TOLD(story.text("postmortem", "14:00"), "running, due 2026-11-23 11:00");
        story.tell("14:00 Dana postmortem final");
        TOLD(story.text("postmortem", "15:00"), "met, due 2026-11-23 11:00, met 14:00");
        TOLD(story.text("postmortem-document", "15:00"), "met, due 2026-11-25 16:00, met 14:00");
    }

    void theMeetingsTimeIsTheDocumentsWhereNothingElseIsSaid()
    {
        ClockStory story(followUp());
        story.tell(R"(10:00 Dana declare P1 Checkout is slow
                      11:00 Dana status resolved)");
        TOLD(story.text("postmortem", "12:00"), "running, in words in the next review");
        TOLD(story.text("postmortem-document", "12:00"), "running, in words in the next review");
    }

    void aDeadlineOfThePlanHoldsWhereTheSeveritySaysNothing()
    {
        plan::Plan plan = followUp();
        plan.postmortem.within = Duration(24h);
        plan.severities[1].postmortemWithin.reset();
        ClockStory story(plan);
        story.tell(R"(10:00 Dana declare P1 Search is slow
                      11:00 Dana status resolved)");
        TOLD(story.text("postmortem", "12:00"), "running, due 2026-11-22 11:00");
    }

    void noPostmortemIsWaitedForWhereThePlanAsksForNoneOrLeavesItOpen()
    {
        for (const char *severity : {"P2", "P3"}) {
            ClockStory story(followUp());
            story.tell((QByteArray("10:00 Dana declare ") + severity + " Search is slow\n11:00 Dana status resolved").constData());
            TOLD(story.ids("12:00"), "");
        }
    }

    void anActionItemIsDueAtTheEndOfItsDay()
    {
        ClockStory story(followUp());
        story.tell("10:00 Dana declare P0 Checkout is down");
        AddAction add;
        add.text = QStringLiteral("Add an alert on replica lag");
        add.owner = QStringLiteral("Ravi");
        add.due = QStringLiteral("2026-12-01");
        story.does("10:10", add);
        add.due.clear();
        story.does("10:11", add);
        TOLD(story.text("action:1", "10:30"), "running, due 2026-12-01 22:59:59"); // midnight in Berlin
        TOLD(story.text("action:2", "10:30"), "none");
        TOLD(story.text("action:1", "2026-12-02 00:00"), "missed, due 2026-12-01 22:59:59, late 3600 s");
        story.does("2026-12-01 12:00", move(firstAction(story), "done"));
        TOLD(story.text("action:1", "2026-12-02 00:00"), "met, due 2026-12-01 22:59:59, met 2026-12-01 12:00");
    }

    void aDroppedActionItemIsSetAside()
    {
        ClockStory story(followUp());
        story.tell("10:00 Dana declare P0 Checkout is down");
        AddAction add;
        add.text = QStringLiteral("Rewrite it");
        add.due = QStringLiteral("2026-12-01");
        story.does("10:10", add);
        story.does("10:20", move(firstAction(story), "dropped"));
        TOLD(story.text("action:1", "10:30"), "waived, due 2026-12-01 22:59:59");
        QVERIFY(!story.clock("action:1", "10:30").isOpen());
    }
};

QTEST_GUILESS_MAIN(TestFollowUpClocks)
#include "tst_followupclocks.moc"
