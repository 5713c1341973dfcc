#pragma once
// `log --line`: the words as the scribe types them in the window, read by the same grammar.

#include "app/cli/shell.h"
#include "models/core/scribeline.h"

namespace qd::cli {

[[nodiscard]] ScribeLine readTypedLine(Shell &shell, const Room &room, const QString &line);
[[nodiscard]] Command commandOf(const ScribeLine &read, Shell &shell, const Room &room); // of a line that is not blank
// What the line was taken for where that is not what it looks like: {"problems":[…]} and a sentence beneath the text.
[[nodiscard]] Answer withProblems(Answer answer, const ScribeLine &read);

} // namespace qd::cli
