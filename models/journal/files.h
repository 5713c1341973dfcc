#pragma once
// Files that appear whole or not at all.

#include "models/core/result.h"

namespace qd::journal {

[[nodiscard]] QString draftNameFor(const QString &path); // beside it, and of no other program
// Writes it to the disk and gives it its name. A file of that name that is not empty is left, and is no error.
[[nodiscard]] Result<void> moveIntoPlace(const QString &draft, const QString &path);
void removeWithCompanions(const QString &path); // with SQLite's -journal, -wal and -shm

} // namespace qd::journal
