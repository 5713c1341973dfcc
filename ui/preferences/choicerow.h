#pragma once
// A row of the preferences: what is chosen, the field, and a sentence below where the name is not enough.

#include "ui/theme/theme.h"

class QVBoxLayout;

namespace qd::ui {

void addPreference(QVBoxLayout &page, const Theme &theme, const QString &name, QWidget *field, const QString &explanation = {});

} // namespace qd::ui
