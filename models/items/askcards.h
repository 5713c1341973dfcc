#pragma once
// Asks as rows: the open ones by when they are due, then the closed ones, the newest first.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

[[nodiscard]] Cards askCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now, const TimeText &time);

} // namespace qd::items
