#pragma once
// What a bundle adds to what is here. Bringing it in again adds nothing.

#include "models/core/carriedevent.h"
#include "models/core/result.h"

#include <vector>

namespace qd::exchange {

struct BundleMerge
{
    std::vector<CarriedEvent> fresh; // not here yet, in the order of the fold
    qint64 there = 0;                // were here already
    bool anythingToTell = false;     // something is fresh that is more than the note of another bundle
};

// Refused, with a line for each chain, where the two went on from one another: a place of a chain that holds one event here and another
// there, an event that is not the same in both, or one whose predecessor is not the one that stands here. (A copy of a database in which both
// went on makes such.)
[[nodiscard]] Result<BundleMerge> mergeBundle(const std::vector<CarriedEvent> &here, const std::vector<CarriedEvent> &brought);

// The entry that tells of a bundle that was brought in, and whether an event is one. Two consoles that send each other bundles to and fro would
// else never come to an end.
[[nodiscard]] QString bundleNoteTag();
[[nodiscard]] QString bundleNote(qint64 events, qint64 consoles, Instant madeAt, const QString &madeBy);
[[nodiscard]] bool isBundleNote(const CarriedEvent &carried);

} // namespace qd::exchange
