#pragma once

#include "ui/panes/pane.h"

namespace qd::ui {

[[nodiscard]] QWidget *createRelatedPane(const PaneContext &context, QWidget *parent);

} // namespace qd::ui
