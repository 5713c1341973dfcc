#include "models/items/askcards.h"
#include "models/items/checkcards.h"
#include "models/items/clockcards.h"
#include "models/items/outlinecards.h"
#include "models/items/reviewcards.h"
#include "models/items/rolecards.h"
#include "models/items/scenariocards.h"
#include "models/items/updatecards.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::items;
using namespace qd::test;
using clocks::Countdown;
using clocks::State;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const TimeText utc = [](Instant instant) { return toDateTime(instant, QTimeZone::utc()).toString(QStringLiteral("HH:mm")); };

Countdown resolveClock()
{
    Countdown clock;
    clock.id = clock.kind = QStringLiteral("resolve");
    clock.label = QStringLiteral("Resolve");
    clock.detail = QStringLiteral("P0: within 1 h");
    clock.startedAt = at("14:00");
    clock.dueAt = at("15:00");
    clock.warnAt = at("14:48");
    clock.total = minutes(60);
    return clock;
}

const Card *find(const Cards &cards, const QString &title)
{
    for (const Card &card : cards) {
        if (card.title.contains(title))
            return &card;
    }
    return nullptr;
}

plan::Plan scenarios()
{
    plan::Plan plan;
    plan::Scenario down;
    down.id = QStringLiteral("service-down");
    down.name = QStringLiteral("Service Down");
    down.type = QStringLiteral("outage");
    down.commands = {{QStringLiteral("Pods"), {}, QStringLiteral("kubectl get pods")}};
    plan::Scenario data;
    data.id = QStringLiteral("data-loss");
    data.name = QStringLiteral("Data Loss");
    data.words = {QStringLiteral("checkout")};
    plan.scenarios = {data, down};
    return plan;
}

} // namespace

class TestCards : public QObject
{
    Q_OBJECT

private slots:
    void aClockRunsWarnsAndIsMissed();
    void aPausedClockIsDrawnAsPaused();
    void aSnoozedClockDoesNotWarn();
    void anEmptyRequiredSeatIsAnAlarm();
    void aListCountsWhatIsDone();
    void attachedScenariosComeFirstWithTheirCommands();
    void scenariosAreSuggestedByTypeAndWords();
    void anAudienceShowsWhatWasLastSaid();
    void gapsAreFoundAndLinksAreNot();
    void openAsksStandByWhenTheyAreDue();
    void anOutlineSaysWhatIsMissing();
};

void TestCards::aClockRunsWarnsAndIsMissed()
{
    const Card running = clockCard(resolveClock(), at("14:30"), utc);
    QCOMPARE(running.value, QStringLiteral("30:00"));
    QCOMPARE(running.bar.value(), 0.5);
    QCOMPARE(running.tone, Tone::Plain);
    const Card near = clockCard(resolveClock(), at("14:50"), utc);
    QCOMPARE(near.tone, Tone::Near);
    QVERIFY(near.detail.endsWith(QStringLiteral("due soon")));
    Countdown clock = resolveClock();
    clock.state = State::Missed;
    const Card missed = clockCard(clock, at("15:01"), utc);
    QCOMPARE(missed.tone, Tone::Missed);
    QCOMPARE(missed.title, QStringLiteral("✕ Resolve"));
    QCOMPARE(missed.value, QStringLiteral("missed by 01:00"));
    QVERIFY(!missed.bar);
    clock.metAt = at("15:02");
    clock.lateBy = minutes(2);
    QCOMPARE(clockCard(clock, at("16:00"), utc).detail, QStringLiteral("P0: within 1 h · done 15:02, due 15:00"));
}

void TestCards::aPausedClockIsDrawnAsPaused()
{
    Countdown clock = resolveClock();
    clock.state = State::Paused;
    clock.pausedSince = at("14:20");
    clock.left = minutes(40);
    clock.reason = QStringLiteral("the vendor looks");
    const Card card = clockCard(clock, at("14:30"), utc);
    QVERIFY(card.hatched);
    QCOMPARE(card.tone, Tone::Quiet);
    QVERIFY(card.detail.contains(QStringLiteral("paused: the vendor looks")));
    QVERIFY(card.spoken.contains(QStringLiteral("40:00")));
    QCOMPARE(clockSummary({clock, resolveClock()}), QStringLiteral("1 running, 1 paused"));
}

void TestCards::aSnoozedClockDoesNotWarn()
{
    Countdown clock = resolveClock();
    clock.snoozedUntil = at("14:55");
    clock.reason = QStringLiteral("the fix is on its way");
    const Card card = clockCard(clock, at("14:50"), utc);
    QCOMPARE(card.tone, Tone::Plain);
    QVERIFY(card.detail.contains(QStringLiteral("snoozed until 14:55: the fix is on its way")));
    QCOMPARE(clockCard(clock, at("14:56"), utc).tone, Tone::Near);
}

void TestCards::anEmptyRequiredSeatIsAnAlarm()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:05 Dana role ic Dana"));
    Countdown vacancy;
    vacancy.id = QStringLiteral("role:comms");
    vacancy.kind = QStringLiteral("role");
    vacancy.subject = QStringLiteral("comms");
    vacancy.startedAt = at("14:02");
    const Cards cards = roleCards(story.incident(), {vacancy}, at("14:25"));
    QCOMPARE(cards.size(), size_t(4));
    QCOMPARE(cards[0].title, QStringLiteral("Dana"));
    QCOMPARE(cards[0].value, QStringLiteral("20 min"));
    QCOMPARE(cards[2].title, QStringLiteral("Empty for 23 min"));
    QVERIFY(cards[2].alarm && !cards[3].alarm);
    QCOMPARE(roleSummary(story.incident(), {vacancy}), QStringLiteral("1 required and empty"));
}

void TestCards::aListCountsWhatIsDone()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
    (void)story.submit(QStringLiteral("Lee"), at("14:06"), command::TickCheck{QStringLiteral("triage"), QStringLiteral("1")});
    const Incident incident = story.incident();
    const Cards closed = checklistCards({}, incident, {}, at("14:10"), utc);
    QCOMPARE(find(closed, QStringLiteral("Triage"))->value, QStringLiteral("1 of 2"));
    QVERIFY(!find(closed, QStringLiteral("Check the dashboards")));
    const Cards open = checklistCards({}, incident, {QStringLiteral("triage")}, at("14:10"), utc);
    const Card *ticked = find(open, QStringLiteral("Check the dashboards"));
    QCOMPARE(ticked->tick, Tick::On);
    QCOMPARE(ticked->value, QStringLiteral("Lee 14:06"));
    QCOMPARE(checkPlace(ticked->id)->list, QStringLiteral("triage"));
    QCOMPARE(listOfHeading(find(open, QStringLiteral("Triage"))->id), QStringLiteral("triage"));
    QVERIFY(!checkPlace(headingId(QStringLiteral("triage"))));
    QCOMPARE(dutyCards(incident, QStringLiteral("ic"), utc).size(), size_t(2));
}

void TestCards::attachedScenariosComeFirstWithTheirCommands()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
    (void)story.submit(QStringLiteral("Dana"), at("14:06"), command::AttachScenario{QStringLiteral("service-down")});
    const Cards cards = scenarioCards(scenarios(), story.incident(), {QStringLiteral("service-down")}, utc);
    QCOMPARE(cards.front().title, QStringLiteral("Service Down"));
    const Card *command = find(cards, QStringLiteral("Pods"));
    QVERIFY(command && command->fixedWidth);
    QCOMPARE(command->detail, QStringLiteral("kubectl get pods"));
}

void TestCards::scenariosAreSuggestedByTypeAndWords()
{
    Incident incident;
    QVERIFY(suggestedScenarios(scenarios(), incident).isEmpty());
    incident.title = QStringLiteral("Checkout returns 503");
    QCOMPARE(suggestedScenarios(scenarios(), incident), QStringList{QStringLiteral("data-loss")});
    incident.type = QStringLiteral("outage");
    QCOMPARE(suggestedScenarios(scenarios(), incident), (QStringList{QStringLiteral("service-down"), QStringLiteral("data-loss")}));
    incident.scenarios << QStringLiteral("service-down");
    QCOMPARE(suggestedScenarios(scenarios(), incident), QStringList{QStringLiteral("data-loss")});
}

void TestCards::anAudienceShowsWhatWasLastSaid()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
    (void)story.submit(QStringLiteral("Ana"), at("14:10"),
                       command::SendUpdate{QStringLiteral("status-page"), QStringLiteral("We look into it"), {}, {}, {}});
    Countdown next;
    next.id = QStringLiteral("update:status-page");
    next.kind = QStringLiteral("update");
    next.subject = QStringLiteral("status-page");
    next.startedAt = at("14:10");
    next.dueAt = at("14:25");
    const Cards cards = audienceCards(story.incident(), {next}, at("14:20"), utc);
    QCOMPARE(cards[0].detail, QStringLiteral("Nothing said yet"));
    QCOMPARE(cards[1].detail, QStringLiteral("14:10 Ana: We look into it"));
    QCOMPARE(cards[1].value, QStringLiteral("05:00"));
    QCOMPARE(cards[1].marks, QStringList{QStringLiteral("external")});
}

void TestCards::gapsAreFoundAndLinksAreNot()
{
    const QString text = QStringLiteral("Cause: [cause]. See [docs](https://x). - [x] done. Next: [next_steps]");
    const std::vector<Gap> gaps = gapsIn(text);
    QCOMPARE(gaps.size(), size_t(2));
    QCOMPARE(text.mid(gaps[0].from, gaps[0].length), QStringLiteral("[cause]"));
    QCOMPARE(text.mid(gaps[1].from, gaps[1].length), QStringLiteral("[next_steps]"));
}

void TestCards::openAsksStandByWhenTheyAreDue()
{
    Story story;
    story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503"));
    const auto make = [&](const QString &who, std::optional<Duration> within) {
        return *story.submit(QStringLiteral("Dana"), at("14:05"), command::MakeAsk{who, QStringLiteral("look"), within, {}});
    };
    const EventId answered = make(QStringLiteral("Ana"), minutes(1));
    make(QStringLiteral("Mei"), std::nullopt);
    make(QStringLiteral("Lee"), minutes(10));
    make(QStringLiteral("Ravi"), minutes(5));
    (void)story.submit(QStringLiteral("Ana"), at("14:06"), command::AnswerAsk{answered, QStringLiteral("212"), QStringLiteral("done"), {}});
    QStringList order;
    for (const Card &card : askCards(story.incident(), {}, at("14:07"), utc))
        order << card.title;
    QCOMPARE(order,
             (QStringList{QStringLiteral("Ravi: look"), QStringLiteral("Lee: look"), QStringLiteral("Mei: look"),
                          QStringLiteral("✓ Ana: look")}));
}

void TestCards::anOutlineSaysWhatIsMissing()
{
    review::DraftSection written;
    written.id = QStringLiteral("a");
    written.title = QStringLiteral("Impact");
    written.markdown = QStringLiteral("text");
    written.written = written.required = true;
    review::DraftSection missing;
    missing.id = QStringLiteral("b");
    missing.title = QStringLiteral("Root Cause");
    missing.required = true;
    const Cards cards = outlineCards({written, missing});
    QCOMPARE(cards[0].spoken, QStringLiteral("Impact, written"));
    QCOMPARE(cards[1].spoken, QStringLiteral("Root Cause, required, empty"));
    QCOMPARE(cards[1].tone, Tone::Missed);
}

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"
