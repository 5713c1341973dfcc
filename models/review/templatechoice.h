#pragma once
// Which of the plan's templates says what an audience needs to hear at the incident's present stage.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::review {

// Those that may go to the audience, the one that fits best first: one for the stage before one for another, one for this audience before
// one for any. A template that the plan gives no stage or audience is taken by its name. Until the audience has heard a first word, the stage is "declared".
[[nodiscard]] std::vector<const plan::Template *> templatesFor(const plan::Plan &plan, const Incident &incident, const QString &audience);

// The best of them, where it is one for this stage or for any; nullptr: the plan has none.
[[nodiscard]] const plan::Template *fittingTemplate(const plan::Plan &plan, const Incident &incident, const QString &audience);

} // namespace qd::review
