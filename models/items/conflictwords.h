#pragma once
// How a thing that was changed twice reads: what happened, and what can be kept.

#include "models/core/incident.h"

#include <functional>

namespace qd::items {

struct ConflictSide
{
    EventId event;
    QString value; // as the window shows it
    QString keep;  // "Keep Dana"
    QString from;  // "by Ana at 14:05"
    bool stands = false;
    bool operator==(const ConflictSide &) const = default;
};

struct ConflictView
{
    QString field;
    QString sentence;                // "Dana and Lee were both made Incident Commander"
    QString detail;                  // "Dana: by Ana at 14:05 · Lee: by Ravi at 14:06, stands until you choose"
    std::vector<ConflictSide> sides; // each value once, in the order in which they were given
    bool operator==(const ConflictView &) const = default;
};

[[nodiscard]] ConflictView describeConflict(const FieldConflict &conflict, const Incident &incident,
                                            const std::function<QString(Instant)> &times);

} // namespace qd::items
