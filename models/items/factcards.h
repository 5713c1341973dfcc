#pragma once
// What the record says in figures, as rows under headings.

#include "models/items/card.h"
#include "models/review/review.h"

#include <QSet>

namespace qd::items {

// A row's id is the fact's; a heading's begins with '#'. Of a folded heading the rows are left out.
[[nodiscard]] Cards factCards(const std::vector<review::Fact> &facts, const QSet<QString> &folded = {});

} // namespace qd::items
