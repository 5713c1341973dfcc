#pragma once
// Who has a part in a hub. The hub itself sees to it that only an administrator asks and changes this.

#include "models/hub/hubconnection.h"
#include "models/hub/ports.h"

#include <vector>

namespace qd::hub {

struct HubMember
{
    QString login;
    QString person; // the author of what the login writes
    Standing standing = Standing::None;
    bool operator==(const HubMember &) const = default;
};

[[nodiscard]] Result<std::vector<HubMember>> members(HubConnection &hub);
[[nodiscard]] Result<void> grantStanding(HubConnection &hub, const HubMember &member); // also another one than before
[[nodiscard]] Result<void> revokeStanding(HubConnection &hub, const QString &login);

} // namespace qd::hub
