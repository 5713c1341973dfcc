#pragma once
// Reads a plan file (docs/plan-format.md). A plan is never half loaded: there is a plan, or there are problems, and then all of them.

#include "models/plan/plan.h"
#include "models/plan/problem.h"

namespace qd::plan {

struct ReadOutcome
{
    std::optional<Plan> plan;      // absent: `problems` says why
    std::vector<Problem> problems; // in the order of the file
};

[[nodiscard]] ReadOutcome readPlan(const QByteArray &yaml, const QString &fileName); // the name is for the problems alone

} // namespace qd::plan
