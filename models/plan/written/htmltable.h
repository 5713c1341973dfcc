#pragma once
// Tables that a Markdown document holds as HTML.

#include "models/plan/written/document.h"

namespace qd::plan::written {

// The tables of a piece of HTML that begins on line `first`; its other text is passed over. Never fails: bad HTML gives what can be read.
[[nodiscard]] std::vector<Block> readHtmlTables(const QByteArray &html, int first);

// The words of a piece of HTML, without its tags.
[[nodiscard]] QString htmlWords(const QByteArray &html);

} // namespace qd::plan::written
