#pragma once
// What the post-mortem is written from, as rows.

#include "models/items/card.h"
#include "models/review/review.h"

namespace qd::items {

[[nodiscard]] Cards outlineCards(const std::vector<review::DraftSection> &sections); // id: the section's
[[nodiscard]] Cards factCards(const std::vector<review::Fact> &facts);               // id: its place in `facts`
[[nodiscard]] Cards entryCards(const Incident &incident, const TimeText &time);      // id: the entry's; struck ones are left out

} // namespace qd::items
