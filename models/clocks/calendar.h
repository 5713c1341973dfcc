#pragma once
// Working time: hours, days and holidays of a plan, in its zone.
//
// 1. Opening hours are local times; the time between them is absolute, so a working day on which summer time begins or ends may be an hour
//    shorter or longer. A clock time that summer time skips is the moment at which it is over; of one that comes twice, opening takes the
//    first and closing the last.
// 2. A calendar that closes at 00:00 closes at the end of the day.

#include "models/plan/plan.h"

namespace qd::clocks {

// The instant at which `time` of working time has passed since `from`. N business days end at the close of the Nth working day after
// the day of `from`; business hours are counted through opening hours only. Absent: the calendar has no working time at all.
[[nodiscard]] std::optional<Instant> addWorkingTime(Instant from, const plan::WorkingTime &time, const plan::Calendar &calendar,
                                                    const QTimeZone &zone);

// The instant at which the calendar has been open for `open` since `from`. Absent: it is never open so long.
[[nodiscard]] std::optional<Instant> addOpenTime(Instant from, Duration open, const plan::Calendar &calendar, const QTimeZone &zone);
[[nodiscard]] Duration openTimeBetween(Instant from, Instant to, const plan::Calendar &calendar, const QTimeZone &zone);

// The end of a target that began at `from`; absent for words.
[[nodiscard]] std::optional<Instant> dueAfter(Instant from, const plan::Target &target, const plan::Plan &plan);

// The last millisecond of a date in the zone.
[[nodiscard]] Instant endOfDay(QDate date, const QTimeZone &zone);

[[nodiscard]] QTimeZone zoneOf(const plan::Plan &plan); // UTC where the plan names none that exists

} // namespace qd::clocks
