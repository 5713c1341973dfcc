#pragma once
// What a line will become, as the preview shows it.

#include "models/core/scribeline.h"
#include "ui/panes/scribe/scribepreview.h"
#include "ui/widgets/timedisplay.h"

namespace qd::ui {

[[nodiscard]] std::vector<PreviewChip> chipsOf(const ScribeLine &line, const TimeDisplay &times);
[[nodiscard]] std::vector<PreviewChip> chipsOfCorrection(const ScribeLine &line, const TimeDisplay &times, Instant of);
[[nodiscard]] std::vector<PreviewChip> chipsOfLines(const std::vector<ScribeLine> &first, int count); // what becomes of so many

} // namespace qd::ui
