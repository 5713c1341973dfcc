#pragma once
// Markdown of an outline's sections as HTML that loads nothing: its pictures stand inside, its links lead where a reader may follow.

#include "models/exchange/outline.h"

namespace qd::exchange {

enum class HtmlFor {
    Reader, // a browser
    Pandoc, // which wants plain tables with the widths of their columns
};

inline constexpr char pageWidth[] = "17cm"; // of what a page of a text document holds

[[nodiscard]] QString
safeHtml(QString text); // escaped; a control character, which no HTML may hold, shows as the sign for what cannot be read
[[nodiscard]] QString sectionHtml(const OutlineSection &section, const Outline &outline, HtmlFor whom);
[[nodiscard]] QByteArray plainHtml(const Outline &outline); // the whole document, for pandoc

} // namespace qd::exchange
