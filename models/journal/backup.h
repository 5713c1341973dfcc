#pragma once
// Copies of the file, whole and consistent while others write to it.

#include "models/core/time.h"
#include "models/journal/connection.h"

namespace qd::journal {

inline constexpr int backupsKept = 7; // of the daily ones

[[nodiscard]] QString backupFolderOf(const QString &path, const QString &given); // "FILE.backups", beside it, where none is given

[[nodiscard]] Result<void> backupTo(Connection &connection, const QString &file); // refused when there is such a file
[[nodiscard]] Result<void> backupBeforeMigration(Connection &connection, const QString &folder, int toVersion, Instant now);

// Once for each day of `now` on which there is something new, after a check that the file is sound: a damaged one never drives out
// a good backup. Says whether it is due; false also when it was made.
[[nodiscard]] Result<bool> dailyBackupIsDue(Connection &connection, const QString &folder, Instant now);
[[nodiscard]] Result<void> dailyBackup(Connection &connection, const QString &folder, Instant now);

} // namespace qd::journal
