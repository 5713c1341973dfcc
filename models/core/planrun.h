#pragma once

#include "models/core/ids.h"

#include <QString>

#include <optional>

namespace qd {

// That an incident ran under a plan: from its declaration, or since a plan was adopted. Computed from its events.
struct PlanRun
{
    QString plan;        // its id
    QString version;     // as its author wrote it
    QString fingerprint; // of what it says, hex: the SHA-256 of the embedded copy
    Instant since{};
    bool current = false; // it is the one that holds in the incident now
    IncidentId incident;
    QString ref;
    QString title; // the codename where it is restricted
    QString severity;
    bool open = true;
    bool drill = false;
    std::optional<Instant> declaredAt;
    bool operator==(const PlanRun &) const = default;
};

} // namespace qd
