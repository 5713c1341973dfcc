#pragma once
// Whether and when a post-mortem is held, from what a document says of it.

#include "models/plan/written/factstore.h"
#include "models/plan/written/statements.h"

namespace qd::plan::written {

[[nodiscard]] bool speaksOfPostmortem(const Statement &statement);

// Of the severities that the statement is about; of none in particular, a deadline is the whole plan's.
void readPostmortem(const Statement &statement, FactStore &facts);

} // namespace qd::plan::written
