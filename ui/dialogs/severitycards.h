#pragma once
// The severities of a plan as rows: what each means, and what the plan promises at it.

#include "models/items/card.h"
#include "models/plan/plan.h"

namespace qd::ui {

[[nodiscard]] items::Cards severityCards(const plan::Plan &plan, const QString &chosen); // ids: the severities'

} // namespace qd::ui
