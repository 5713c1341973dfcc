#pragma once

#include "ui/preferences/preferences.h"

namespace qd::ui {

[[nodiscard]] QWidget *createOnCallSection(const PreferenceContext &context, QWidget *parent);

} // namespace qd::ui
