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
};

[[nodiscard]] inline tl::unexpected<Error> stopped()
{
    return refused(QStringLiteral("the export was stopped; nothing was written"));
}

} // namespace qd::exchange
