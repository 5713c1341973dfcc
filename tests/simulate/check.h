#pragma once
// What must be true once it has been calm for a while.

#include "tests/simulate/world.h"

namespace qd::simulate {

// A sentence for each thing that is not as it must be; none: the run is clean.
[[nodiscard]] QStringList problems(const World &world);

// One run, whole. `trace`: a line a step, or nullptr.
struct Outcome
{
    QStringList problems;
    qint64 steps = 0;
};
[[nodiscard]] Outcome simulate(quint64 seed, const Weather &weather, const Breaking &breaking = {}, QStringList *trace = nullptr);

} // namespace qd::simulate
