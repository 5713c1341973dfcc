#pragma once
// The plan's roles as rows: who holds each, since when; an empty required seat is an alarm.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

// `clocks` say which empty seats are required, and since when they are empty.
[[nodiscard]] Cards roleCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now);
[[nodiscard]] QString roleSummary(const Incident &incident, const std::vector<clocks::Countdown> &clocks);

} // namespace qd::items
