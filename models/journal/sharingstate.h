#pragma once
// What a file knows of its hub, read and set.

#include "models/core/carriedevent.h"
#include "models/journal/sharing.h"
#include "models/journal/statement.h"

namespace qd::journal {

[[nodiscard]] Result<Sharing> readSharing(Connection &connection);
[[nodiscard]] Result<Backlog> readBacklog(Connection &connection);
[[nodiscard]] Result<SharingState> readSharingState(Connection &connection);
[[nodiscard]] Result<void> putSharing(Connection &connection, const Sharing &sharing);
[[nodiscard]] Result<void> forgetSharing(Connection &connection); // with everything that was known of the hub; the log stays

[[nodiscard]] Result<std::vector<CarriedEvent>> readWaiting(Connection &connection, int atMost, qint64 bytes);
[[nodiscard]] Result<std::vector<ConsoleId>> readChains(Connection &connection);

} // namespace qd::journal
