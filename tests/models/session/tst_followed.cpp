// A time is corrected: the facts, the metrics, the clocks and the draft follow at once; what was made final does not.
#include "models/review/finaldocument.h"
#include "models/review/recordlinks.h"
#include "models/session/casebook.h"
#include "tests/support/room.h"

using namespace qd;
using namespace qd::test;

namespace {

const QString cause = QStringLiteral("root-cause");

struct Seen // of the incident that is open, everywhere that a time shows
{
    QString resolved; // the fact
    std::optional<Duration> median;
    std::optional<Instant> due; // of the clock
    QString draft;
    bool operator==(const Seen &) const = default;
};

Seen see(Room &room)
{
    const IncidentSession &session = *room.session;
    Seen seen;
    for (const review::Fact &fact : review::facts(session.plan(), session.incident(), session.now())) {
        if (fact.id == QLatin1String("time-to-resolve"))
            seen.resolved = fact.value;
    }
    seen.median = review::metrics(room.session->casebook().cases(), {}, session.now()).all.length(review::Measure::Resolve).median;
    for (const clocks::Countdown &clock : session.clocks()) {
        if (clock.id == QLatin1String("resolve"))
            seen.due = clock.dueAt;
    }
    for (const review::DraftSection &section : review::postmortem(session.plan(), session.incident(), session.now())) {
        if (section.id == cause)
            seen.draft = section.markdown;
    }
    return seen;
}

} // namespace

class TestFollowed : public QObject
{
    Q_OBJECT

private slots:
    void everythingFollowsACorrectionAndTheFinalOneDoesNot()
    {
        Room room;
        room.session->casebook().watch();
        room.declare();
        plan::Plan hour = room.session->plan();
        hour.severities.front().resolveWithin = Duration(std::chrono::hours(1));
        QVERIFY(room.session->submit(command::AdoptPlan{plan::toJson(hour)}));
        room.clock.advance(std::chrono::minutes(10));
        const Result<EventId> entry = room.log(QStringLiteral("rolled back 4.12"), QStringLiteral("action"));
        QVERIFY(entry);
        room.clock.advance(std::chrono::minutes(20));
        QVERIFY(room.session->submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}}));
        const QString line = review::pulledLine(*room.session->incident().entry(*entry), QTimeZone::utc());
        QVERIFY(room.session->submit(command::WriteSection{cause, line, {}}));
        const Seen before = see(room);
        QVERIFY(before.median && before.due);
        QVERIFY(before.draft.contains(QLatin1String("14:12 UTC rolled back 4.12 (Dana)")));

        QVERIFY(room.session->submit(command::AmendEntry{*entry, {}, at("14:08"), QStringLiteral("as the log of the tool has it")}));
        QVERIFY(room.session->submit(command::Amend{QStringLiteral("detected_at"), QStringLiteral("2026-11-21T13:50:00Z")}));
        const Seen after = see(room);
        QVERIFY(after.resolved != before.resolved);
        QCOMPARE(*after.median, *before.median + std::chrono::minutes(12));
        QCOMPARE(*after.due, *before.due - std::chrono::minutes(12));
        QVERIFY(after.draft.contains(QLatin1String("14:08 UTC rolled back 4.12 (Dana)")));

        QVERIFY(room.session->submit(command::MovePostmortem{QStringLiteral("final")}));
        QVERIFY(room.session->submit(command::AmendEntry{*entry, {}, at("14:09"), {}}));
        const review::Documented document = review::documented(room.session->events(), room.session->incident(), room.session->now());
        QVERIFY(document.final);
        QCOMPARE(document.incident.entry(*entry)->at, at("14:08"));
        QVERIFY(see(room).draft.contains(QLatin1String("14:09 UTC")));
        QVERIFY(room.session->undo());
        QVERIFY(see(room).draft.contains(QLatin1String("14:08 UTC")));
    }
};

QTEST_GUILESS_MAIN(TestFollowed)
#include "tst_followed.moc"
