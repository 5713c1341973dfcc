#pragma once
// The words of a paragraph, a heading or a cell.

#include "models/plan/written/document.h"

#include <cmark-gfm.h>

namespace qd::plan::written {

// The lines of a block that holds text and begins on line `line`: a break in the source is a new line.
[[nodiscard]] std::vector<Line> linesOf(cmark_node *block, int line);

} // namespace qd::plan::written
