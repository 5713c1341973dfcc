#pragma once
// A password, asked for in a terminal. It is not shown while it is typed, and it stands in no list of processes.

#include "models/core/result.h"

namespace qd::cli {

[[nodiscard]] bool canAskSecret(); // somebody sits at a terminal
[[nodiscard]] Result<QString> askSecret(const QString &question);
[[nodiscard]] Result<QString> readSecret(); // the first line of standard input

} // namespace qd::cli
