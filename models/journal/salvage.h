#pragma once

#include "models/core/result.h"
#include "models/journal/reports.h"

namespace qd::journal {

// Reads one event after another from a damaged file, which stays as it is, and stores those that are what was recorded in a new one. The new
// file is a new console: what was lost is a gap in the old one's chain and is never numbered over.
[[nodiscard]] Result<SalvageReport> salvage(const QString &damaged, const QString &into, Instant now);

} // namespace qd::journal
