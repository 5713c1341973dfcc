#pragma once
// When an action item is brought to mind: the day before its date, on its day, then every week until it is closed.
//
// 1. In the morning, when the plan's working day opens, in its zone. Each of these times is a period of its own, told once.
// 2. To its owner; where somebody else owns it or nobody, to who commands the incident and who has it open. Whether the incident has ended
//    counts for nothing.
// 3. An item without a date of its own is never brought to mind: nobody promised it.
// 4. A restricted incident shows its codename and nothing of the item.

#include "models/items/noticefact.h"
#include "models/review/actionlist.h"

namespace qd::items {

// Of now, and of the period that follows it. `open`: the incident that the person has before them.
[[nodiscard]] std::vector<NoticeFact> actionNotices(const review::ActionList &actions, const QString &person, const IncidentId &open,
                                                    Instant now);

} // namespace qd::items
