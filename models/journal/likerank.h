#pragma once
// How like: what the words of a query say, weighed by how rare they are, and what else two incidents have in common.

#include "models/core/likeness.h"
#include "models/journal/connection.h"

#include <vector>

namespace qd::journal {

struct LikeMatch
{
    qint64 id = 0; // of the row in likeness
    double score = 0;
    QStringList words, services, scenarios;
    bool sameType = false;
    Instant declaredAt{};
};

// The likest first, query.limit of them at most; none that only chance speaks for.
[[nodiscard]] Result<std::vector<LikeMatch>> rankLike(Connection &connection, const LikeQuery &query);

} // namespace qd::journal
