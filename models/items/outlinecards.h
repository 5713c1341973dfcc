#pragma once
// The sections of the post-mortem as rows: how each stands, at a glance.

#include "models/items/card.h"
#include "models/review/review.h"

#include <QHash>

namespace qd::items {

struct OutlineCounts // of each section, by its id
{
    QHash<QString, int> comments; // open ones
    QHash<QString, int> findings;
};

[[nodiscard]] OutlineCounts countsOf(const std::vector<ReviewComment> &comments, const std::vector<review::Finding> &findings);
[[nodiscard]] Cards outlineCards(const std::vector<review::DraftSection> &sections, const OutlineCounts &counts = {}); // id: the section's
[[nodiscard]] bool isMissing(const review::DraftSection &section); // the plan asks a person for it, and nobody has written it

} // namespace qd::items
