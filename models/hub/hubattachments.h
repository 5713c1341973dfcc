#pragma once
// Attachments on the hub, in parts of 256 KiB: what has arrived stays there, so that a cut connection costs one part at most.

#include "models/core/ids.h"
#include "models/hub/hubconnection.h"

#include <vector>

namespace qd::hub {

struct HubAttachment
{
    IncidentId incident;
    QString sha256;  // hex
    qint64 size = 0; // bytes
};

[[nodiscard]] int partsOf(qint64 size);
[[nodiscard]] Result<std::vector<int>> partsThatTheHubLacks(HubConnection &hub, const HubAttachment &attachment);
[[nodiscard]] Result<bool>
putPart(HubConnection &hub, const HubAttachment &attachment, int part,
        const QByteArray &content); // false: the whole is not what its hash says, and is wanted from the beginning
[[nodiscard]] Result<QByteArray> getPart(HubConnection &hub, const HubAttachment &attachment,
                                         int part); // null: the hub has it not, or not yet

} // namespace qd::hub
