#pragma once
// A section's text as the preview shows it, and what is to be said of what is in it.

#include <QString>

namespace qd::ui {

[[nodiscard]] QString previewText(const QString &markdown); // a place that differs reads as two quotes, with the names of who wrote them
[[nodiscard]] QString oddities(const QString &text);        // a sentence of what cannot be seen in it; empty: nothing
[[nodiscard]] QString formatName(const QString &verb);      // "Bold"

} // namespace qd::ui
