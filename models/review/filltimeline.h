#pragma once
// The fillings that tell a story: summary, impact, timeline.

#include "models/review/review.h"

namespace qd::review {

[[nodiscard]] QString fillSummary(const plan::Plan &plan, const Incident &incident, Instant now);
[[nodiscard]] QString fillImpact(const plan::Plan &plan, const Incident &incident, Instant now);
[[nodiscard]] QString fillTimeline(const plan::Plan &plan, const Incident &incident, Instant now); // every entry, with both of its times

} // namespace qd::review
