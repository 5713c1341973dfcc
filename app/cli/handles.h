#pragma once
// The ids of entries, asks and action items as people type them.

#include "models/core/incident.h"
#include "models/core/result.h"

namespace qd::cli {

[[nodiscard]] QString handleOf(const EventId &id); // its last six digits: the first ones are the time, and alike

// An id, or six or more of its first or last digits. `what` is for the refusal: "ask".
[[nodiscard]] Result<EventId> findIn(const std::vector<EventId> &ids, const QString &text, const QString &what);
[[nodiscard]] Result<EventId> findEntry(const Incident &incident, const QString &text); // `last` is the newest that a person wrote

} // namespace qd::cli
