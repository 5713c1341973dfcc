#pragma once
// What an incident is linked with, seen from it: by its own links, and by those of others that name it.

#include "models/core/incident.h"

namespace qd {

struct LinkedIncident
{
    IncidentId incident; // null: it is not in this database
    QString ref;
    QString title; // the codename where it is restricted
    QString severity, status;
    bool open = false, drill = false, restricted = false;
    Instant declaredAt{};
    QString relation; // related duplicate caused-by merged-into; or from the other side: duplicated-by caused merged-from
    EventId link;     // the event that says so
    bool own = true;  // it stands in this incident's record; else in the other one's
    bool operator==(const LinkedIncident &) const = default;
};

[[nodiscard]] QString reverseRelation(const QString &relation); // "caused-by" is "caused" from the other side

} // namespace qd
