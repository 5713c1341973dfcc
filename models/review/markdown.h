#pragma once
// Markdown that is written around what people typed: nothing in a text becomes markup, a table cell or HTML.

#include <QString>
#include <QStringList>

#include <vector>

namespace qd::review {

// Between two lines of a text where it must stand on one, as in a table.
inline constexpr QChar lineEndMark(0x23CE);

[[nodiscard]] QString inlineText(const QString &text); // on one line; reads as typed
[[nodiscard]] QString blockText(const QString &text);  // its lines are kept
[[nodiscard]] QString cellText(const QString &text);   // within a table

// What a person wrote as Markdown, made safe to stand in a document: headings below level 2, no HTML, no fence left open.
[[nodiscard]] QString sectionText(const QString &markdown);

// The cells are Markdown already. Without rows, an empty text.
[[nodiscard]] QString tableText(const QStringList &header, const std::vector<QStringList> &rows);

} // namespace qd::review
