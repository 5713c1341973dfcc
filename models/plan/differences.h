#pragma once
// What two versions of a plan say differently, fact by fact, in the order of the plan format.
//
// 1. Every key of the format is compared (facts.h), but for where it was read and what an import said of that.
// 2. What has an id is compared with its namesake, wherever it stands; a list of words or steps is compared in its order, so that a line put
//    in at its beginning is one difference.
// 3. What one of the two does not have at all is one difference, whatever it holds.

#include "models/plan/plan.h"

namespace qd::plan {

struct Difference
{
    QString path;  // "severities/P1/respond_within", "roles/ic/duties/2"; an index is that of `is`, or of `was` where it is gone
    QString label; // for people: "P1 respond within"
    QString was;   // empty: not stated
    QString is;    // empty: not stated any more
    bool operator==(const Difference &) const = default;
};

[[nodiscard]] std::vector<Difference> planDifferences(const Plan &was, const Plan &is);

} // namespace qd::plan
