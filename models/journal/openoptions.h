#pragma once

#include "models/core/time.h"

#include <QString>

namespace qd {

struct OpenOptions
{
    bool readOnly = false;
    bool create = true;   // a file that is not there; without it, that is an error
    Instant now{};        // names the day of the rolling backup
    QString backupFolder; // empty: beside the file
};

} // namespace qd
