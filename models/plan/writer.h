#pragma once
// Writes a plan as a plan file: readPlan(writePlan(plan)) gives the same plan, for any plan that the reader would accept.

#include "models/plan/plan.h"

namespace qd::plan {

[[nodiscard]] QByteArray writePlan(const Plan &plan); // YAML, UTF-8

} // namespace qd::plan
