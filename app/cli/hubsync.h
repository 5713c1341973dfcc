#pragma once
// Brings a record in step with its hub once, and waits for it: for a terminal.

#include "models/hub/courierstatus.h"
#include "models/hub/hubclock.h"
#include "models/hub/hubvisit.h"

#include <functional>

namespace qd::cli {

struct Synced
{
    hub::CourierStatus status;
    int attachments = 0; // that came or went
};

// Until the two are in step, or it is clear that they will not be: an error that needs a person, or no connection for `patience`.
[[nodiscard]] Result<Synced> syncNow(const QString &file, const hub::HubVisit &visit, const hub::HubClock &clock, Duration patience,
                                     const std::function<void(const hub::CourierStatus &)> &progress);

} // namespace qd::cli
