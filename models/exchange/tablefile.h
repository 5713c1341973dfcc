#pragma once
// A table as a CSV file that spreadsheets open: RFC 4180 in UTF-8, and no text in it is taken for a formula.

#include "models/core/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace qd::exchange {

[[nodiscard]] QByteArray tableBytes(const std::vector<QStringList> &rows);                        // the first row is the heading
[[nodiscard]] Result<void> writeTable(const QString &path, const std::vector<QStringList> &rows); // whole or not at all

} // namespace qd::exchange
