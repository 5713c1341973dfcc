#pragma once
// Whether the events of a bundle are what was recorded, all of it, and of one incident.
//
// 1. The hash of every body and of every event is taken again. A body may be gone only where a redaction in the bundle says so.
// 2. A chain stands there from its number 1 to the end that the manifest states, each event on top of the one before.
// 3. A chain that was begun before chains belonged to one incident runs through others too: of it, what is here is as many events as the
//    manifest states, with the numbers that they came with. It is told as a note.
// 4. The lines stand in the order of the fold: (stamp, id).

#include "models/core/carriedevent.h"
#include "models/exchange/bundlemanifest.h"

namespace qd::exchange {

struct BundleEvent
{
    CarriedEvent carried;
    int line = 0; // counted from 1
};

[[nodiscard]] std::vector<BundleChain> chainsOf(const std::vector<CarriedEvent> &events); // by console

void checkBundleEvents(const std::vector<BundleEvent> &events, const BundleManifest &manifest, BundleProblems &problems,
                       QStringList &notes);

} // namespace qd::exchange
