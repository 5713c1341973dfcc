#pragma once
// What holds for a time: severity, status, who has which role. Spans are ordered by when they happened; times are UTC.

#include "models/core/event.h"

#include <optional>

namespace qd {

struct SeveritySpan
{
    QString severity; // a severity's id of the plan; empty: not known yet
    Instant from{};
    QString reason;
    QString by;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const SeveritySpan &) const = default;
};

struct StatusSpan
{
    QString status;
    Instant from{};
    QString note;
    QString by;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const StatusSpan &) const = default;
};

struct RoleSpan
{
    QString role; // a role's id of the plan
    QString holder; // empty: released
    Instant from{};
    QString brief;
    QString by;
    bool handedOver = false;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const RoleSpan &) const = default;
};

struct HandoverOffer // not accepted yet; the outgoing person still holds the role
{
    QString role;
    QString to;
    QString brief;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const HandoverOffer &) const = default;
};

// When it reached what; cleared again when the status goes back. From the statuses, but for those that are recorded as such.
struct Milestones
{
    std::optional<Instant> started, detected, declared, acknowledged, identified, mitigated, resolved, closed;
    bool operator==(const Milestones &) const = default;
};

} // namespace qd
