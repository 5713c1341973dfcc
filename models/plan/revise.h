#pragma once
// A written plan that was imported, corrected, and whose document has changed since: the new reading with the corrections kept.
//
// 1. Three plans: as it was read, as it was corrected (the one in use), as the document reads now. What only one side changed is taken.
// 2. What both changed differently is a clash: the correction stands until a person chooses.
// 3. Parts are followed by their ids; a list whose elements have none (steps) is followed whole.

#include "models/plan/facts.h"

namespace qd::plan {

struct Clash
{
    QString name;                        // of the fact, see facts.h
    QString title;                       // "P1 High: Respond within"
    QString before, corrected, document; // in words; empty: not said, or the part is not there
    bool operator==(const Clash &) const = default;
};

struct Revision
{
    Plan plan;
    QStringList kept;         // names of the facts whose correction was kept
    QStringList fromDocument; // names of the facts that the document changed
    std::vector<Clash> clashes;
};

[[nodiscard]] Revision revise(const Plan &read, const Plan &corrected, const Plan &readAgain);

} // namespace qd::plan
