#pragma once
// One thing changed twice, by people who had not seen each other's change: a person keeps one of the values, and the others are over.
//
// What settles it is an ordinary command. It is made by somebody who has seen all of them, so that the conflict ends wherever the event comes.

#include "models/core/command.h"
#include "models/core/result.h"

namespace qd {

[[nodiscard]] const FieldConflict *conflictOver(const Incident &incident, const QString &field); // nullptr: nobody's changes meet there
[[nodiscard]] Result<Command> settle(const Incident &incident, const QString &field, const EventId &keep); // the change that is kept

} // namespace qd
