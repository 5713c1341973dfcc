#pragma once
// The root cause that a post-mortem names, in a form in which two incidents can be compared.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::review {

// The words of the first paragraph in lower case, without those that say nothing; empty where it names none ("not known yet").
[[nodiscard]] QString comparedCause(const QString &markdown);

[[nodiscard]] QString causeOf(const plan::Plan &plan, const Incident &incident); // of the section on the root cause; empty: nobody wrote it

} // namespace qd::review
