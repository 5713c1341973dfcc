#pragma once

#include "ui/panes/pane.h"

namespace qd::ui {

[[nodiscard]] QWidget *createMetricsPane(const PaneContext &context, QWidget *parent);

} // namespace qd::ui
