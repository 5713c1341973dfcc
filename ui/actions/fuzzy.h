#pragma once

#include <QStringList>

namespace qd::ui {

// How well `text` answers what was typed: the letters of each typed word must come in it in order. -1: they do not. More is better: beginnings of
// words and runs count most.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &text);
[[nodiscard]] int fuzzyScoreFolded(const QStringList &words, const QString &text); // case-folded already

} // namespace qd::ui
