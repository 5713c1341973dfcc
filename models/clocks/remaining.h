#pragma once
// A countdown as people read it, in the window and in a terminal alike.

#include "models/clocks/clocks.h"

namespace qd::clocks {

// "02:18" (minutes and seconds), "1:12:00", "3 days 4 h"; "missed by 01:05"; "paused, 02:18 left"; "met", "waived"; or the
// words of a target that is not counted down. `now` may be later than the instant that the clock was computed at.
[[nodiscard]] QString remainingText(const Countdown &clock, Instant now);

// The part of its time that has passed, 0 to 1; 1 once it is settled or missed, 0 for what is not counted down.
[[nodiscard]] double progress(const Countdown &clock, Instant now);

} // namespace qd::clocks
