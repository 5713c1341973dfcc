#pragma once
// The ways in which times can be shown: one table for the settings, the preferences and the key that goes through them.

#include "ui/widgets/timedisplay.h"

namespace qd::ui {

struct TimeModeRow
{
    TimeDisplay::Mode mode;
    const char *name; // in the settings
    const char *text; // English source text, context "TimeModes"
};

[[nodiscard]] const std::vector<TimeModeRow> &timeModes();
[[nodiscard]] QString timeModeText(const TimeModeRow &row);
[[nodiscard]] TimeDisplay::Mode timeModeNamed(const QString &name); // UTC for an unknown one
[[nodiscard]] QString timeModeName(TimeDisplay::Mode mode);

} // namespace qd::ui
