#pragma once
// Which incidents ran under which plan: read on from projection.plans_to, inside a transaction.

#include "models/core/planrun.h"
#include "models/journal/connection.h"

#include <vector>

namespace qd::journal {

[[nodiscard]] Result<void> projectPlanRuns(Connection &connection, qint64 upTo);
[[nodiscard]] Result<void> forgetPlanRuns(Connection &connection);
[[nodiscard]] Result<std::vector<PlanRun>> readPlanRuns(Connection &connection, const QString &plan); // empty: of every plan

} // namespace qd::journal
