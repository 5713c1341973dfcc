#pragma once
// The `/` commands of the scribe's line; for scribeline.cpp.

#include "models/core/scribeline.h"

namespace qd {

// `read.text` begins with a slash at `start` of the line. True: it is a command, and read holds what it becomes or what it lacks.
[[nodiscard]] bool becomeCommand(ScribeLine &read, qsizetype start, const ScribeContext &context);

} // namespace qd
