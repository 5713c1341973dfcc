#pragma once
// The incidents that are like one: the words of each in like_text, what else they are known by in likeness.
//
// 1. learn() brings some of those up to date that changed since; a search goes over what has been learnt by then.
// 2. Words leave at once: forgetWords() in the transaction that redacts or restricts.
// 3. The rank of a word is FTS5's bm25, with an idf that stays above zero in a database of three incidents too.

#include "models/core/likeness.h"
#include "models/journal/connection.h"

#include <vector>

namespace qd::journal {

[[nodiscard]] Result<bool> learn(Connection &connection, int atMost); // true: more are left; in a transaction of its own
[[nodiscard]] Result<void> forgetWords(Connection &connection, const IncidentId &incident);
[[nodiscard]] Result<void> forgetAllLikeness(Connection &connection); // the rows; the table of words goes with the search index
[[nodiscard]] Result<std::vector<LikeHit>> findLike(Connection &connection, const LikeQuery &query);

} // namespace qd::journal
