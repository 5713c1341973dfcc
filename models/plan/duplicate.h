#pragma once

#include "models/core/result.h"
#include "models/plan/plan.h"

namespace qd::plan {

// A plan file under another id and name, with its comments where they can be kept. What is not a sound plan is refused.
[[nodiscard]] Result<QByteArray> duplicatePlan(const QByteArray &yaml, const QString &id, const QString &name);

// An id for a plan of that name that is none of those: "Our plan" is "our-plan", or "our-plan-2".
[[nodiscard]] QString freeId(const QString &name, const QStringList &taken);

} // namespace qd::plan
