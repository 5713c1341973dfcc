#pragma once

#include "models/plan/plan.h"

namespace qd::items {

// From how long on nobody writing anything has a row of its own: a quarter of the shortest time within which the plan promises an update at
// that severity, plan.audiences[].cadences[].every; between 2 and 15 minutes, and 4 where the plan promises none.
[[nodiscard]] Duration silenceWorthARow(const plan::Plan &plan, const QString &severity);

} // namespace qd::items
