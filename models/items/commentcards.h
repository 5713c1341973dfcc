#pragma once
// What was said of the post-mortem, as rows: threads in their order, answers below what they answer.

#include "models/items/card.h"
#include "models/review/review.h"

namespace qd::items {

struct CommentChoice
{
    QString section;       // of this one alone; empty: of all
    bool resolved = false; // also what is resolved
};

[[nodiscard]] Cards commentCards(const Incident &incident, const std::vector<review::DraftSection> &sections, const CommentChoice &choice,
                                 const TimeText &time);   // id: the comment's
[[nodiscard]] int openComments(const Incident &incident); // threads

// The comment that began the thread; the comment itself where it began it; nullptr: none.
[[nodiscard]] const ReviewComment *threadOf(const Incident &incident, const EventId &comment);

} // namespace qd::items
