#pragma once

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::ui {

// The plan's templates that fit an audience, the one for the incident's present stage first.
[[nodiscard]] std::vector<const plan::Template *> templatesFor(const plan::Plan &plan, const Incident &incident, const QString &audience);

} // namespace qd::ui
