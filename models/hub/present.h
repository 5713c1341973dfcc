#pragma once
// Somebody at a console of the hub.

#include "models/core/ids.h"

namespace qd::hub {

struct Present
{
    QString person;
    ConsoleId console;
    IncidentId incident; // null: none, or one that we may not see
    Duration seenAgo{};
    bool operator==(const Present &) const = default;
};

} // namespace qd::hub
