#pragma once
// Countdowns as rows: what is due, in how long, and for what.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

[[nodiscard]] Card clockCard(const clocks::Countdown &clock, Instant now, const TimeText &time);
[[nodiscard]] Tone clockTone(const clocks::Countdown &clock, Instant now);
[[nodiscard]] QString clockSummary(const std::vector<clocks::Countdown> &all); // "5 running, 1 missed"

} // namespace qd::items
