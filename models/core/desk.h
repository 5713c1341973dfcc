#pragma once
// The only door for changes: a command and the present state become events, or a refusal that says why and what to do.
//
// 1. Pure: nothing is written here, and a refused command leaves nothing behind.
// 2. No time later than `now` is ever taken; no time is guessed.
// 3. The scribe can always write: LogEntry is refused only for an empty text or a time that cannot be.

#include "models/core/command.h"
#include "models/core/result.h"

namespace qd {

struct DeskContext
{
    QString author;
    Instant now{};
};

using Drafts = std::vector<EventDraft>;

[[nodiscard]] Result<Drafts> decideDeclare(const command::Declare &declare, IncidentId id, const DeskContext &context);
[[nodiscard]] Result<Drafts> decide(const Incident &incident, const Command &command, const DeskContext &context);

} // namespace qd
