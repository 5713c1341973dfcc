#pragma once
// A question over the window, beside the thing that it is about. Never a dialog: the window goes on.

#include "ui/widgets/inlineprompt.h"

namespace qd::ui {

// At `place` of the window, as far as it fits; `closed` comes after an answer or Escape.
void askInPopover(Prompt prompt, const Theme &theme, QWidget &window, const QPoint &place, const std::function<void()> &closed);

} // namespace qd::ui
