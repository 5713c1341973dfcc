#pragma once

#include "models/core/ids.h"

#include <QString>

#include <optional>

namespace qd {

// An incident as a list shows it. Computed from its events; nothing here is the truth.
struct IncidentSummary
{
    IncidentId id;
    QString ref;
    QString title;
    QString codename;
    QString type;
    QString severity; // a severity's id of the plan; empty: not known yet
    QString status;
    QString commander; // who holds ic; empty: nobody
    QString planId;
    bool open = true;
    bool drill = false;
    bool restricted = false;
    std::optional<Instant> startedAt, detectedAt, declaredAt, acknowledgedAt, identifiedAt, mitigatedAt, resolvedAt, closedAt;
    QString mergedInto; // a reference; empty: it stands by itself
    qint64 entryCount = 0; // entries that people logged
    qint64 eventCount = 0;
    Instant lastRecordedAt{};
    bool operator==(const IncidentSummary &) const = default;
    [[nodiscard]] QString displayTitle() const { return !restricted ? title : codename.isEmpty() ? ref : codename; }
};

struct IncidentFilter
{
    bool openOnly = false; // neither resolved nor closed
    bool drills = true;    // and exercises
};

} // namespace qd
