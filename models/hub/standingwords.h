#pragma once
// The words of the hub for what a login may do.

#include "models/hub/ports.h"

namespace qd::hub {

[[nodiscard]] Standing standingOf(const QString &word); // None where it is no such word
[[nodiscard]] QString standingWord(Standing standing);  // "responder"; empty for None

} // namespace qd::hub
