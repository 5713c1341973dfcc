#pragma once
// Makes a file, and brings an older one up to date, through the numbered files of sql/migrations.

#include "models/core/time.h"
#include "models/journal/connection.h"

namespace qd::journal {

// The file appears whole, or not at all; when another program made it first, theirs is left.
[[nodiscard]] Result<void> createFile(const QString &path, Instant now);

// Each migration in a transaction of its own, those above the file's version and up to `to`.
[[nodiscard]] Result<void> migrate(Connection &connection, int to);
[[nodiscard]] Result<int> schemaVersion(Connection &connection);

} // namespace qd::journal
