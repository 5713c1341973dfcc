#pragma once
// Takes away what an `entry.redacted` event says: the bodies of the entry and of its amendments, and attachments that nothing else names.
// The hashes of the bodies stay, so that the chain still verifies.

#include "models/journal/eventlog.h"

namespace qd::journal {

// Inside the transaction that inserted `events`; `console` is this file's. True: bodies went, and the file must be scrubbed.
[[nodiscard]] Result<bool> redact(Connection &connection, ConsoleId installation, const std::vector<Event> &events);

// After that transaction: the write-ahead log still holds what was there. False: another program is reading, try again later.
[[nodiscard]] bool scrubWriteAheadLog(Connection &connection);

} // namespace qd::journal
