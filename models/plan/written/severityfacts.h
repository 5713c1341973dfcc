#pragma once
// The facts of the severities, from the statements of a document.

#include "models/plan/plan.h"
#include "models/plan/written/statements.h"

namespace qd::plan::written {

// Fills severities, the cadences of the audiences, conflicts and unread of `plan`.
// Of two statements about one fact the first stands, but a number goes before "immediately"; both are a conflict when they differ.
void readSeverities(const Document &document, const std::vector<DefinedSeverity> &defined, const std::vector<Statement> &all, Plan &plan);

} // namespace qd::plan::written
