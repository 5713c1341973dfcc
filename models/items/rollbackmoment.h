#pragma once
// When the plan's criteria and steps for a rollback belong before everybody's eyes: once somebody decides to roll back, or when the cause is
// known, or being countered, after something was deployed.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::items {

[[nodiscard]] bool speaksOfRollback(const QString &text);   // "roll 4.12 back on all shards", "reverted", "back out the change"
[[nodiscard]] bool speaksOfDeployment(const QString &text); // "since the release of 4.12"
[[nodiscard]] bool rollbackIsAtHand(const Incident &incident);
[[nodiscard]] QString rollbackCriteria(const plan::Plan &plan); // in one line; empty: the plan has none

} // namespace qd::items
