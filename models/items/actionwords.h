#pragma once
// How an action item stands, as the window says it: a sign and a word beside every colour.

#include "models/items/card.h"
#include "models/review/actionlist.h"

namespace qd::items {

[[nodiscard]] QString dueWords(const review::ListedAction &action);  // "✕ 3 days overdue", "▲ today", "in 5 days", "no date"
[[nodiscard]] QString dueDetail(const review::ListedAction &action); // "2026-12-01", "expected 2026-12-01"
[[nodiscard]] Tone dueTone(const review::ListedAction &action);
[[nodiscard]] QString closingDetail(const review::ListedAction &action); // "in time", "2 days late"; empty: open, or it had no date
[[nodiscard]] QString incidentLine(const review::ListedAction &action);  // "P0 INC-4F7K Checkout returns 503"
[[nodiscard]] QString ticketWords(const QString &ticket);                // of an address its last words: "browse/OPS-7"
[[nodiscard]] QString countWords(const review::ActionCounts &counts);    // "5 open, 2 overdue"
[[nodiscard]] QString fieldWord(const QString &field);                   // of a change: "Owner"
[[nodiscard]] QString fieldValueWord(const QString &field, const QString &value); // "Done", "nobody"

} // namespace qd::items
