#pragma once
// Who is on call when, as an iCalendar file says it (RFC 5545): a list of shifts in UTC.
//
// 1. Repeats, extra dates, exceptions, changed and cancelled occurrences are worked out within a window around an instant; outside it the
//    schedule says nothing. Zones: zonebook.h. Lengths across a change of clocks: series.h. Names and levels: people.h.
// 2. Floating times and whole days are in the zone that the calendar names for itself (X-WR-TIMEZONE), else in the one given.
// 3. A shift that says that it covers another takes its place; other shifts at the same time stand side by side.
// 4. Any bytes may be given. What cannot be understood is left out and told as a sentence ("line 12: …"); what is no calendar is BadInput.
//    The work is bounded: bytes, components, steps of rules, occurrences.

#include "models/core/result.h"
#include "models/oncall/shift.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace qd::oncall {

struct Reading
{
    Instant around{}; // mostly now
    QTimeZone zone = QTimeZone::utc();
    std::optional<Level> level = {}; // of every shift; absent: what each says of itself, else primary
};

struct Schedule
{
    QString name;
    std::vector<Shift> shifts; // by their begin
    Instant from{};            // what is known of
    Instant to{};
    QStringList problems;
    bool operator==(const Schedule &) const = default;
};

inline constexpr auto lookBack = std::chrono::days(62);
inline constexpr auto lookAhead = std::chrono::days(93);

[[nodiscard]] Result<Schedule> readSchedule(const QByteArray &bytes, const Reading &reading);

} // namespace qd::oncall
