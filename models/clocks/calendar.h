#pragma once
// Working time: hours, days and holidays of a plan, in its zone.

#include "models/plan/plan.h"

namespace qd::clocks {

// The instant at which `time` of working time has passed since `from`. N business days end at the close of the Nth working day after
// the day of `from`; business hours are counted through opening hours only. Absent: the calendar has no working time at all.
[[nodiscard]] std::optional<Instant> addWorkingTime(Instant from, const plan::WorkingTime &time, const plan::Calendar &calendar, const QTimeZone &zone);

// The end of a target that began at `from`; absent for words.
[[nodiscard]] std::optional<Instant> dueAfter(Instant from, const plan::Target &target, const plan::Plan &plan);

} // namespace qd::clocks
