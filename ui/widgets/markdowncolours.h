#pragma once
// Markdown in quiet colours while it is written. Where a link into the record leads, and the name of a picture, is folded away until the
// cursor comes to it: the text has it all the same.

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

namespace qd::ui {

class MarkdownColours : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    static constexpr int mostCharacters = 400'000; // of a text that is coloured: a larger one would hold the hand up

    MarkdownColours(QTextDocument *document, const Theme &theme);
    void setCursor(const QTextCursor &cursor); // where targets are unfolded

protected:
    void highlightBlock(const QString &text) override;

private:
    enum State { Plain = -1, Fenced = 1, Mine = 2, Theirs = 3 };
    [[nodiscard]] bool paintMark(const QString &text, int before); // of a conflict
    [[nodiscard]] bool paintFence(const QString &text, int before);
    void paintLine(const QString &text);
    void paintSpans(const QString &text);
    void paintLinks(const QString &text);
    void paint(qsizetype from, qsizetype length, const QTextCharFormat &format);

    const Theme &m_theme;
    int m_cursorBlock = -1;
    int m_cursorColumn = -1;
};

// Of the folded targets of a line, that which holds the column, ends included; empty: none.
struct FoldedSpan
{
    qsizetype from = 0;
    qsizetype length = 0;
};
[[nodiscard]] FoldedSpan foldedAt(const QString &line, qsizetype column);

} // namespace qd::ui
