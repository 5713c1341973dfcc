#pragma once
// What a command works with: its arguments, the clock, the author, the database, and the way through the Desk.
//
// 1. The database is opened when a command first needs it; a command that only reads never makes one.
// 2. A command that is refused has written nothing: the Desk decides before anything is appended, and what belongs together is one append.

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/cli/handles.h"
#include "models/core/desk.h"
#include "models/core/fold.h"
#include "models/core/timetext.h"
#include "models/journal/journal.h"
#include "models/plan/planstore.h"
#include "models/review/metrics.h"

#include <functional>
#include <memory>
#include <optional>

namespace qd::cli {

struct Room // an incident, as the record has it
{
    std::vector<Event> events;
    Incident incident;
    plan::Plan plan;
};

class Shell
{
public:
    Shell(const Arguments &arguments, const Clock &clock);
    [[nodiscard]] Result<void> start(); // reads --as and --now

    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    // The person that the hub knows this login as, where the database is shared; else --as, else the login name.
    [[nodiscard]] const QString &author();
    [[nodiscard]] Result<void> mayWrite(); // as --as says
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] QDate today() const; // in the zone that times are read in
    // `2026-12-01`, `today`, `tomorrow`, `friday` (the next one, today if it is Friday), `2w` from today
    [[nodiscard]] Result<QDate> date(const QString &text) const;
    [[nodiscard]] const plan::PlanStore &plans() const { return m_plans; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] Result<void> useZone(const QTimeZone &zone); // times are read in it from now on, --now too
    [[nodiscard]] Result<void> useZoneOf(const plan::Plan &plan);
    [[nodiscard]] Result<TypedTime> time(const QString &text) const;
    [[nodiscard]] Result<std::optional<Instant>> timeOption(const char *option) const;

    [[nodiscard]] QString databasePath() const;
    enum class Access { Read, Write, Create };
    [[nodiscard]] Result<Journal *> journal(Access access);         // Create: makes the database where there is none
    [[nodiscard]] Result<IncidentId> find(const QString &incident); // a reference, a beginning of one, or `last`
    [[nodiscard]] Result<Room> room();                              // of the INCIDENT that the command names
    [[nodiscard]] Result<Room> room(const QString &incident);       // times are read in its zone from now on
    [[nodiscard]] Result<Room> room(const IncidentId &incident, std::optional<Instant> asOf = {});
    [[nodiscard]] Result<std::vector<Room>> rooms(); // all of them
    // All incidents without the entries that people logged, and each plan read once: at a cost that does not grow with their timelines.
    [[nodiscard]] Result<std::vector<review::Case>> cases();

    // Decides, appends and folds what came of it. The events that were appended; the room holds them too.
    [[nodiscard]] Result<std::vector<Event>> perform(Room &room, const Command &command);
    [[nodiscard]] Result<std::vector<Event>> append(Room &room, const Drafts &drafts);
    [[nodiscard]] Result<std::vector<Event>> append(Room &room, const std::vector<Event> &recorded);
    // The same, and what a change prints: {"event":…,"entry":…}, or the line that it left on the timeline.
    [[nodiscard]] Result<Answer> change(Room &room, const Command &command);
    // The same on the INCIDENT that the command names, with what it is made of; times are read in its zone by then.
    [[nodiscard]] Result<Answer> change(const Command &command);
    [[nodiscard]] Result<Answer> changeAt(const std::function<Command(std::optional<Instant>)> &make); // of --at
    [[nodiscard]] Result<Answer> changeBy(const std::function<Result<Command>(const Room &)> &make);

private:
    const Arguments &m_arguments;
    const Instant m_machineTime;
    QString m_author;
    Instant m_now{};
    QTimeZone m_zone = QTimeZone::utc();
    plan::PlanStore m_plans;
    std::unique_ptr<Journal> m_journal;
    bool m_authorIsKnown = false;
};

[[nodiscard]] QString freeReference(const Journal &journal, const IncidentId &incident); // not taken in this database
[[nodiscard]] QJsonObject asJson(const Room &room, Instant now);                         // the incident of the contract
[[nodiscard]] Result<Duration> readLength(const QString &text);                          // "10m"
[[nodiscard]] Answer changed(const Room &room, const Event &event);

} // namespace qd::cli
