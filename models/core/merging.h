#pragma once
// Two records of one incident: one is merged into the other. Both stay, and both references lead somewhere; the one that was merged is closed,
// its clocks stop, and it counts no more on its own.
//
// The link stands on the incident that was merged, as one event; it is what closes it. Taken back, the incident has the status that it had.

#include "models/core/command.h"
#include "models/core/result.h"

namespace qd {

// The command for `incident`, or why it may not be.
[[nodiscard]] Result<Command> mergeInto(const Incident &incident, const Incident &into);
[[nodiscard]] Result<Command> unmerge(const Incident &incident);
// A link of another kind, checked the same way.
[[nodiscard]] Result<Command> linkTo(const Incident &incident, const Incident &other, const QString &relation);

} // namespace qd
