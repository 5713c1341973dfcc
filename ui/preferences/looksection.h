#pragma once

#include "ui/preferences/preferences.h"

namespace qd::ui {

[[nodiscard]] QWidget *createLookSection(const PreferenceContext &context, QWidget *parent);

} // namespace qd::ui
