#pragma once
// How far a long export is, and whether it is still wanted.

#include "models/core/result.h"

#include <functional>

namespace qd::exchange {

struct Progress
{
    // A share from 0 to 1 that only grows, told in the thread that exports, often enough to move smoothly. Answer false to stop: nothing is
    // made of what was begun, and the result is stopped().
    std::function<bool(double share)> step;

    [[nodiscard]] bool operator()(double share) const { return !step || step(share); }
    // Of a longer work: its 0 to 1 is `from` to `to` of the whole.
    [[nodiscard]] Progress part(double from, double to) const
    {
        return step ? Progress{[whole = step, from, to](double share) { return whole(from + (to - from) * share); }} : Progress();
    }
};

[[nodiscard]] inline tl::unexpected<Error> stopped()
{
    return refused(QStringLiteral("the export was stopped; nothing was written"));
}

} // namespace qd::exchange
