#pragma once
// The charts of an incident: its course on one axis of time, and what each clock allowed and took. Pure functions.

#include "models/exchange/chart.h"
#include "models/review/review.h"

namespace qd::exchange {

// In the order in which a document shows them. None of an incident that was never declared.
[[nodiscard]] std::vector<Chart> incidentCharts(const plan::Plan &plan, const Incident &incident, Instant now);

// Severity, status and command as bands, how much was written when, the updates, and the key events by number; times in the plan's zone.
[[nodiscard]] Chart timelineChart(const plan::Plan &plan, const Incident &incident, Instant now);

// A bar for every clock, allowed against used; more than one chart where they would not fit on a page.
[[nodiscard]] std::vector<Chart> clockCharts(const plan::Plan &plan, const Incident &incident, Instant now);

} // namespace qd::exchange
