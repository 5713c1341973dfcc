#pragma once

#include "models/core/result.h"

#include <QSqlError>

namespace qd::journal {

// SQLite's primary result codes that the journal tells apart.
enum class Cause { Other, Busy, ReadOnly, DiskError, Damaged, DiskFull, CannotOpen, Mismatch, NotADatabase };

[[nodiscard]] Cause causeOf(const QSqlError &error);
[[nodiscard]] Error storageError(const QSqlError &error, const QString &path); // a sentence that says what to do
[[nodiscard]] Error damagedError(const QString &path, const QString &detail);

} // namespace qd::journal
