#pragma once

#include "ui/panes/pane.h"

namespace qd::ui {

[[nodiscard]] QWidget *createAsksPane(const PaneContext &context, QWidget *parent);

} // namespace qd::ui
