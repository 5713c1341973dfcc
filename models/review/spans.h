#pragma once
// Stretches of time that the record holds: who held a role from when to when, and how long nothing was written down.

#include "models/review/review.h"

namespace qd::review {

struct Tenure // of a role
{
    QString role;
    QString holder; // empty: nobody
    Instant from{};
    std::optional<Instant> to; // absent: it lasts
    bool handedOver = false;   // offered and accepted
    QString brief;
    EventId event;
};

// By role in the order of the plan, then by time. The time before somebody first took a role is no tenure.
[[nodiscard]] std::vector<Tenure> tenures(const Incident &incident);

// How long `role` was held by nobody between the declaration and the end of the work.
[[nodiscard]] Duration vacantTime(const Incident &incident, const QString &role, Instant now);

struct Silence
{
    Instant from{};
    Instant to{};
    EventId after;  // the entry that was the last before it; null: none
    EventId before; // the one that ended it; null: it lasts to the end
    [[nodiscard]] Duration length() const { return to - from; }
};

[[nodiscard]] std::vector<Silence> silences(const Incident &incident, Instant now); // between entries, during the work, in time
[[nodiscard]] QString severityAt(const Incident &incident, Instant at);

// The shortest time within which the plan wants anybody told at this severity, the responders before all; absent: it does not say.
[[nodiscard]] std::optional<Duration> cadenceAt(const plan::Plan &plan, const QString &severity);

} // namespace qd::review
