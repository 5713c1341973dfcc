#pragma once
// What every clock has in common: from when it started, when it is due and how it ended, to its state. Pauses, snoozes and waivers count here.

#include "models/clocks/clocks.h"
#include "models/clocks/course.h"

namespace qd::clocks {

struct Terms
{
    std::optional<Instant> due{}; // before pauses
    bool working = false;         // a pause counts in working time, as the target does
    bool recurring = false;       // one window of many: snoozes and waivers from outside of it do not count
};

struct Ending
{
    std::optional<Instant> at{};
    EventId by{};
    bool cut = false; // ended without having been met, by the resolution
};

// The terms of a target that began at clock.startedAt; a target that cannot be counted becomes clock.words.
[[nodiscard]] Terms termsOf(const Course &course, Countdown &clock, const plan::Target &target);

// Settles a clock whose id and startedAt are set. False: it was cut before it was due, and nothing is left of it.
bool settle(const Course &course, Countdown &clock, const Terms &terms, const Ending &ending);

[[nodiscard]] QString targetText(const plan::Target &target); // "15 min", "3 business days", "next sprint"
[[nodiscard]] QString spanText(Duration duration);            // as plans write them: "15 min", "48 h", "1 h 30 min"

} // namespace qd::clocks
