#pragma once

#include "ui/panes/pane.h"

namespace qd::ui {

[[nodiscard]] QWidget *createChecklistPane(const PaneContext &context, QWidget *parent);

} // namespace qd::ui
