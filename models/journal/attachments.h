#pragma once
// Files that belong to incidents, kept once by their content.

#include "models/journal/statement.h"

namespace qd::journal {

inline constexpr qsizetype largestAttachment = 256 << 20; // bytes

[[nodiscard]] QString sha256Of(const QByteArray &content); // in hex
[[nodiscard]] Result<QString> putAttachment(Connection &connection, const QByteArray &content, const QString &name, const QString &mime);
[[nodiscard]] Result<QByteArray> attachment(Connection &connection, const QString &sha256);
[[nodiscard]] Result<void> dropUnnamed(Connection &connection, const QString &sha256); // one that an event names stays

} // namespace qd::journal
