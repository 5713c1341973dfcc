#pragma once
// What the lint found, as rows: where, what, what to do about it and why it matters.

#include "models/items/card.h"
#include "models/review/review.h"

namespace qd::items {

// What a row says of the place of a finding: "Root cause", "14:12 Rolled back shard 3", "Action item". Empty: the incident as a whole.
struct FindingPlace
{
    QString section; // it is in this section; empty: in none
    EventId entry;   // it is about this row of the timeline; null: about none
    EventId action;  // it is about this action item
    QString words;
};
[[nodiscard]] FindingPlace placeOf(const review::Finding &finding, const Incident &incident,
                                   const std::vector<review::DraftSection> &sections, const TimeText &time);

// id: the finding's key. In the order given; a dismissed one is quiet, and says by whom and why.
// action: "dismiss", or "take up again" of a dismissed one.
[[nodiscard]] Cards findingCards(const std::vector<review::Finding> &findings, const Incident &incident,
                                 const std::vector<review::DraftSection> &sections, const TimeText &time);
[[nodiscard]] QString ruleWord(const QString &rule); // "blame", "gap": as a reader knows them

} // namespace qd::items
