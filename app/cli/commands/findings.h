#pragma once
// What the lint found, as a command line lists and dismisses it.

#include "app/cli/command.h"

namespace qd::cli {

[[nodiscard]] Result<Answer> lintPostmortem(Shell &shell);
[[nodiscard]] Result<Answer> dismissFinding(Shell &shell);

} // namespace qd::cli
