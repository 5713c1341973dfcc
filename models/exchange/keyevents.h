#pragma once
// The few moments of an incident that tell its course.

#include "models/core/incident.h"

namespace qd::exchange {

struct KeyEvent
{
    Instant at{};
    QString text; // plain
    bool milestone = false;
    int weight = 0; // what stays when there is no room for all
};

// In the order of time, at most 16: what people marked as key and the milestones before all, then severities and statuses, then decisions.
// Nothing redacted or taken back is among them.
[[nodiscard]] std::vector<KeyEvent> keyEvents(const Incident &incident, Instant from, Instant to);

} // namespace qd::exchange
