#pragma once
// Hypotheses as rows: the open ones, the oldest first, then what was confirmed and what was ruled out, so that nobody tries a dead end twice.

#include "models/core/incident.h"
#include "models/items/card.h"

namespace qd::items {

[[nodiscard]] Cards hypothesisCards(const Incident &incident, Instant now, const TimeText &time); // a row's id is its entry's
[[nodiscard]] int openHypotheses(const Incident &incident);

} // namespace qd::items
