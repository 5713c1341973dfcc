#pragma once

#include "models/journal/reports.h"
#include "models/journal/statement.h"

namespace qd::journal {

// Computes every hash again and follows each console's chain. With an incident: its events, each with the link before it.
[[nodiscard]] Result<VerifyReport> verify(Connection &connection, const std::optional<IncidentId> &incident);

} // namespace qd::journal
