#pragma once
// Is this a file of ours, whole, and may it be written? Looked at without changing a byte of it or leaving anything beside it.

#include "models/core/result.h"
#include "models/journal/connection.h"
#include "models/journal/openoptions.h"

namespace qd::journal {

inline constexpr quint32 applicationId = 0x51644a31; // "QdJ1" in the file's header

struct FileState
{
    bool isNew = false;                                  // not there, or empty: to be made
    int version = 0;                                     // of its schema
    Connection::Mode mode = Connection::Mode::ReadWrite; // to open it in
    QString readOnlyReason;                              // a sentence; empty: it can be written
};

[[nodiscard]] Result<FileState> checkFile(const QString &path, const OpenOptions &options);

} // namespace qd::journal
