#pragma once
// The plans that ship inside the program.

#include "models/core/result.h"
#include "models/plan/plan.h"
#include "models/plan/reader.h"

namespace qd::plan {

[[nodiscard]] const QStringList &shippedPlans(); // their ids; the newcomer's first
[[nodiscard]] Result<Plan> loadShipped(const QString &id);
[[nodiscard]] Result<QByteArray> shippedText(const QString &id); // the file as it is, with its comments

// Reads a plan file from disk. The sentence of a failure is every problem as FILE:LINE:COLUMN: what, one a line (BadInput).
[[nodiscard]] Result<Plan> loadPlanFile(const QString &path);
[[nodiscard]] QString problemLines(const std::vector<Problem> &problems);

} // namespace qd::plan
