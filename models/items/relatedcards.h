#pragma once
// What an incident is linked with, and the earlier ones that look like it, as rows and in words.

#include "models/core/likeness.h"
#include "models/core/linkedincident.h"
#include "models/items/card.h"
#include "models/plan/plan.h"

namespace qd::items {

[[nodiscard]] QString relationWord(const QString &relation);     // "duplicate of"; an unknown one as it stands
[[nodiscard]] QString whyLike(const LikeHit &hit);               // "same service checkout · words: replica, lag"
[[nodiscard]] QString whatWasDone(const LikeHit &hit);           // "took 41 min · cause: … · ended by: …"; empty: nobody wrote it down
[[nodiscard]] QString agoWord(Instant then, Instant now);        // "3 weeks ago"
[[nodiscard]] QString openOnesLike(const std::vector<LikeHit> &hits); // "2 open incidents look like this: INC-4F7K …"; empty: none

// `plan`: of the open incident; it says how bad a severity is. Id: the event of the link.
[[nodiscard]] Cards linkCards(const std::vector<LinkedIncident> &links, const plan::Plan &plan, Instant now);
[[nodiscard]] Cards likeCards(const std::vector<LikeHit> &hits, const plan::Plan &plan, Instant now); // id: the incident's

} // namespace qd::items
