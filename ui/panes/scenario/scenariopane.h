#pragma once

#include "ui/panes/pane.h"

namespace qd::ui {

[[nodiscard]] QWidget *createScenarioPane(const PaneContext &context, QWidget *parent);

} // namespace qd::ui
