#pragma once

#include <QString>

namespace qd::ui {

// How well `text` answers what was typed: every letter of `typed` must come in it in order. Absent as -1; more is better: beginnings of words and
// runs count most. Blanks in `typed` are passed over.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &text);

} // namespace qd::ui
