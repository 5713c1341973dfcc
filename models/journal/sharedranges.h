#pragma once
// Which events the hub has: ranges of positions, none of which touch. Called inside a transaction.

#include "models/journal/statement.h"

#include <vector>

namespace qd::journal {

struct PositionRange
{
    qint64 first = 0;
    qint64 last = 0;
};

[[nodiscard]] Result<std::vector<PositionRange>> sharedRanges(Connection &connection);
[[nodiscard]] Result<std::vector<PositionRange>> unsharedRanges(Connection &connection); // the gaps between, up to the end of the log
[[nodiscard]] Result<void> markShared(Connection &connection, std::vector<qint64> positions);
[[nodiscard]] Result<void> markUnshared(Connection &connection, qint64 position);

} // namespace qd::journal
