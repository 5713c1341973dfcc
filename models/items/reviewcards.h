#pragma once
// What the post-mortem is written from, as rows.

#include "models/items/card.h"
#include "models/review/review.h"

namespace qd::items {

[[nodiscard]] Cards entryCards(const Incident &incident, const TimeText &time); // id: the entry's; struck ones are left out

} // namespace qd::items
