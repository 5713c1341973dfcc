#pragma once
// A template in a fence may itself hold fences. Markdown ends the outer one at the first inner end; people do not read it so.

#include <QString>

namespace qd::plan::written {

// A fence that is said to hold Markdown gets longer marks where fences with a language stand in it. Lines stay what they are.
void widenFences(QString &text);

} // namespace qd::plan::written
