// The laws of the fold.
#include "models/core/fold.h"
#include "models/core/kinds.h"
#include "tests/support/story.h"

#include <QTest>

#include <random>

using namespace qd;
using namespace qd::test;

namespace {

// A busy evening with everything in it: two people who do not see each other, late entries, edits, undo, a redaction, a newer console.
std::vector<Event> busyEvening()
{
    Story story;
    story.tell(QStringLiteral(R"(
        14:02>14:04 Dana declare P0 Checkout returns 503
        14:05 Dana role ic Dana
        14:06 Lee hypothesis Connection pool exhausted #db
        14:07 Sam note Support counts 12 tickets @ana
        14:10 Ana draft status-page We are looking into failed checkouts
        14:11 Dana approve status-page
        14:12 Ana update status-page We are looking into failed checkouts
        14:13 Dana ask Lee 10m check replica lag
        14:14 Sam check triage 1
        14:15 Dana status identified pool is too small
        14:16>14:20 Sam action Restarted shard 3
        14:21 Sam severity P1 half of the users are back
        14:22 Sam undo
        14:23 Dana offer ic Ravi all quiet
        14:24 Ravi accept ic
        14:25 Sam scenario service-down
        14:26 Sam note token=hunter2
        14:27 Ravi pause resolve waiting on the vendor
        14:29 Ravi resume resolve
        14:30 Ravi status resolved
        14:31 Ravi action-item Lee Add an alert on pool size
        14:32 Lee write root-cause The pool was sized for half of the traffic.
        14:33 Sam undo)"));
    const auto amend = command::AmendEntry{story.entryOf(QStringLiteral("12 tickets")), QStringLiteral("Support counts 21 tickets"), at("14:06"), QStringLiteral("typo")};
    const auto redact = command::RedactEntry{story.entryOf(QStringLiteral("hunter2")), QStringLiteral("a secret")};
    if (!story.submit(QStringLiteral("Sam"), at("14:34"), amend) || !story.submit(QStringLiteral("Sam"), at("14:35"), redact))
        qFatal("the evening does not end");
    std::vector<Event> events = story.events();
    Event newer = events.back();
    newer.id = EventId::make(at("14:36"));
    newer.kind = QStringLiteral("bridge.joined");
    newer.body = {{QStringLiteral("text"), QStringLiteral("Joined the call")}, {QStringLiteral("seats"), 7}};
    newer.stamp += 1;
    events.push_back(newer);
    Event concurrent = events[9]; // Dana's status, set by somebody who had not seen it
    concurrent.id = EventId::make(at("14:15"));
    concurrent.author = QStringLiteral("Ravi");
    concurrent.body.insert(QStringLiteral("status"), QStringLiteral("mitigating"));
    concurrent.stamp += 1;
    events.push_back(concurrent);
    return events;
}

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private slots:
    void outsideARestrictedIncidentIsCalledByItsCodenameElseByItsReference()
    {
        Incident incident;
        incident.ref = QStringLiteral("INC-4F7K");
        incident.title = QStringLiteral("Signing key leaked");
        QCOMPARE(incident.displayTitle(), QStringLiteral("Signing key leaked"));
        incident.restricted = true;
        QCOMPARE(incident.displayTitle(), QStringLiteral("INC-4F7K"));
        incident.codename = QStringLiteral("Blue Heron");
        QCOMPARE(incident.displayTitle(), QStringLiteral("Blue Heron"));
    }

    void anyPermutationDuplicationAndSplitGivesTheSameIncident()
    {
        const std::vector<Event> events = busyEvening();
        const Incident expected = fold(events);
        std::mt19937 random(20261121);
        for (int round = 0; round < 200; ++round) {
            std::vector<Event> shuffled = events;
            for (size_t i = 0; i < events.size() / 3; ++i)
                shuffled.push_back(events[random() % events.size()]);
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QVERIFY(fold(shuffled) == expected);

            const size_t cut = random() % events.size();
            std::vector<Event> sorted = events;
            std::sort(sorted.begin(), sorted.end(), comesBefore);
            Fold batch(std::span<const Event>(sorted).first(cut));
            size_t next = cut;
            while (next < sorted.size() && batch.add(sorted[next]))
                ++next;
            QVERIFY(batch.incident() == fold(std::span<const Event>(sorted).first(next)));
        }
    }

    void anEventThatComesTooLateOrUndoesAnotherAsksForANewFold()
    {
        const std::vector<Event> events = busyEvening();
        Fold state(std::span<const Event>(events).first(5));
        QVERIFY(state.add(events[3])); // seen already: nothing changes
        QCOMPARE(state.incident().eventCount, 5);
        QVERIFY(state.add(events[6]));
        const Incident before = state.incident();
        QVERIFY(!state.add(events[5]));
        const auto undo = std::find_if(events.begin(), events.end(), [](const Event &event) { return event.kind == QLatin1String(kinds::eventUndone); });
        QVERIFY(!state.add(*undo));
        QVERIFY(state.incident() == before);
    }

    void anUnknownKindIsShownAndChangesNothingElse()
    {
        const Incident incident = fold(busyEvening());
        const auto entry = std::find_if(incident.entries.begin(), incident.entries.end(), [](const TimelineEntry &item) { return item.kind == QLatin1String("bridge.joined"); });
        QVERIFY(entry != incident.entries.end());
        QCOMPARE(entry->text, QStringLiteral("Joined the call"));
    }

    void anUnknownFieldOfABodyIsKeptInTheCanonicalBytes()
    {
        const QJsonObject body{{QStringLiteral("text"), QStringLiteral("x")}, {QStringLiteral("a_newer_field"), QJsonArray{1, 2}}};
        QCOMPARE(canonicalBody(body), QByteArray(R"({"a_newer_field":[1,2],"text":"x"})"));
    }

    void undoCountsAsIfTheChangeHadNeverBeen()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n14:03 Dana severity P1 fewer users"));
        QCOMPARE(story.incident().severity, QStringLiteral("P1"));
        story.tell(QStringLiteral("14:04 Dana undo"));
        QCOMPARE(story.incident().severity, QStringLiteral("P0"));
        QVERIFY(story.incident().conflicts.empty());
        story.tell(QStringLiteral("14:05 Dana redo"));
        QCOMPARE(story.incident().severity, QStringLiteral("P1"));
    }

    void anUndoneEntryStaysStruck()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana note wrong room\n14:04 Dana undo"));
        QCOMPARE(timelineText(story.incident()), QStringLiteral("14:02 declared Declared P0: Down\n14:03 note wrong room [undone]"));
    }

    void undoingTheMiddleOfThreeChangesIsNoConflict()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana set title Checkout down\n14:04 Lee set title Checkout and search down"));
        const EventId middle = story.events()[1].id;
        QVERIFY(story.submit(QStringLiteral("Dana"), at("14:05"), command::Undo{middle, {}}));
        QCOMPARE(story.incident().title, QStringLiteral("Checkout and search down"));
        QVERIFY(story.incident().conflicts.empty());
    }

    void twoCommandersAtOnceAreAConflictUntilSomebodySettlesIt()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana role ic Dana"));
        Event other = story.events().back();
        other.id = EventId::make(at("14:03"));
        other.author = QStringLiteral("Lee");
        other.body.insert(QStringLiteral("name"), QStringLiteral("Lee"));
        other.stamp += 1;
        std::vector<Event> both = story.events();
        both.push_back(other);
        const Incident incident = fold(both);
        QCOMPARE(incident.conflicts.size(), 1u);
        QCOMPARE(incident.conflicts[0].field, QStringLiteral("role:ic"));
        QCOMPARE(incident.conflicts[0].values[0].value, QStringLiteral("Dana"));
        QCOMPARE(incident.conflicts[0].values[1].value, QStringLiteral("Lee"));

        const auto settle = decide(incident, command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}}, {QStringLiteral("Dana"), at("14:06")});
        QVERIFY(settle);
        Recorder recorder(ConsoleId::make(at("14:06")), QStringLiteral("Dana"));
        recorder.observe(other.stamp);
        both.push_back(recorder.record(settle->front(), at("14:06")));
        QVERIFY(fold(both).conflicts.empty());
        QCOMPARE(fold(both).holder(QStringLiteral("ic")), QStringLiteral("Dana"));
    }

    void asItWasKnownThen()
    {
        const std::vector<Event> events = busyEvening();
        const Incident then = foldAsOf(events, at("14:17"));
        QVERIFY(!timelineText(then).contains(QStringLiteral("Restarted shard 3"))); // happened 14:16, written 14:20
        QVERIFY(timelineText(foldAsOf(events, at("14:20"))).contains(QStringLiteral("Restarted shard 3 [late]")));
    }

    void aRedactedEntryIsTheSameWithAndWithoutItsBody()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Sam hypothesis password=hunter2 #db"));
        const EventId secret = story.entryOf(QStringLiteral("hunter2"));
        QVERIFY(story.submit(QStringLiteral("Sam"), at("14:04"), command::AmendEntry{secret, QStringLiteral("pw hunter2"), at("14:01"), {}}));
        QVERIFY(story.submit(QStringLiteral("Sam"), at("14:05"), command::PinEntry{secret, true}));
        QVERIFY(story.submit(QStringLiteral("Sam"), at("14:06"), command::RedactEntry{secret, QStringLiteral("a secret")}));
        std::vector<Event> erased = story.events();
        erased[1].body = {};
        erased[2].body = {};
        QVERIFY(fold(erased) == story.incident());
        const TimelineEntry entry = *fold(erased).entry(secret);
        QVERIFY(entry.redacted && entry.text.isEmpty() && entry.tags.isEmpty() && entry.pinned);
        QCOMPARE(entry.at, at("14:03"));
        QCOMPARE(entry.history.back().reason, QStringLiteral("a secret"));
    }

    void theWayGoesBackAndSoDoTheMilestones()
    {
        Story story;
        story.tell(QStringLiteral(R"(
            14:02 Dana declare P0 Down
            14:10 Dana status identified
            14:20 Dana status monitoring
            14:30 Dana status resolved
            14:40 Dana status investigating it is back)"));
        const Milestones &milestones = story.incident().milestones;
        QVERIFY(!milestones.resolved && !milestones.mitigated && !milestones.identified);
        story.tell(QStringLiteral("14:45>14:50 Dana status identified\n14:55 Dana status resolved"));
        QCOMPARE(story.incident().milestones.identified, at("14:45"));
        QCOMPARE(story.incident().milestones.resolved, at("14:55"));
    }

    void aStatusWrittenLateLandsInItsPlace()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:20 Dana status monitoring\n14:10>14:25 Sam status identified"));
        QCOMPARE(story.incident().status, QStringLiteral("monitoring"));
        QCOMPARE(story.incident().milestones.identified, at("14:10"));
    }

    void anApprovalLapsesWhenSeverityOrStatusChanges()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Ana draft status-page We are on it\n14:04 Dana approve status-page"));
        QCOMPARE(story.incident().drafts[0].approvedBy, QStringLiteral("Dana"));
        story.tell(QStringLiteral("14:05 Dana status identified"));
        QVERIFY(story.incident().drafts[0].approvedBy.isEmpty());
    }

    void untilTheIncomingAcceptsTheOutgoingHolds()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Down\n14:03 Dana role ic Dana\n14:10 Dana offer ic Ravi ten minutes of quiet"));
        QCOMPARE(story.incident().holder(QStringLiteral("ic")), QStringLiteral("Dana"));
        story.tell(QStringLiteral("14:12 Ravi accept ic"));
        QCOMPARE(story.incident().holder(QStringLiteral("ic")), QStringLiteral("Ravi"));
        QCOMPARE(story.incident().roles.back().brief, QStringLiteral("ten minutes of quiet"));
        QVERIFY(story.incident().offers.empty());
    }
};

QTEST_GUILESS_MAIN(FoldTest)
#include "tst_fold.moc"
