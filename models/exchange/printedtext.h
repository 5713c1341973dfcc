#pragma once
// Text as it is put into the signs of a typeface. A PDF keeps for each sign the character that it stands for, and a sign that a typeface puts
// in the place of another (Inter does for a hyphen between capitals or a colon between digits) stands for none: it could be seen and not be
// found. So letters are shaped where their script needs it, and nowhere else.

#include <QFont>
#include <QString>

#include <vector>

namespace qd::exchange {

struct TextRun
{
    int start = 0;
    int length = 0;
    bool shaped = false; // Arabic, Devanagari, an accent that is a character of its own …
};

[[nodiscard]] QString printable(QString text); // no control characters, no half of a pair: they are shown as U+FFFD
[[nodiscard]] std::vector<TextRun> textRuns(const QString &text);
[[nodiscard]] bool needsShaping(const QString &text);
[[nodiscard]] bool isPlainWords(const QString &text); // nothing in it is ever put in the place of another: it may be kerned

[[nodiscard]] inline QFont::StyleStrategy strategyOf(bool shaped)
{
    return shaped ? QFont::PreferDefault : QFont::PreferNoShaping;
}

} // namespace qd::exchange
