#pragma once
// What a plan must keep to beyond its form: ids are unique, what is named exists, time runs forward.

#include "models/plan/plan.h"

#include <functional>

namespace qd::plan {

// `path` names the value as the plan file nests it: "audiences/0/cadence/P9", "roles/2/required_at/1".
using Complain = std::function<void(const QString &path, const QString &what)>;

void checkPlan(const Plan &plan, const Complain &complain);

// Puts the severities in place of the word `all`, and cadences and metric targets in the order of the severities. For a plan that was checked.
void resolveAll(Plan &plan);

} // namespace qd::plan
