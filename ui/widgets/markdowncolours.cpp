#include "ui/widgets/markdowncolours.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace qd::ui {
namespace {

// Possessive throughout: a line of any length is gone through once.
const QRegularExpression &linkForm()
{
    static const QRegularExpression form(QStringLiteral("!?\\[((?:[^\\[\\]\\\\]++|\\\\.)*+)(\\]\\(([^()\\s]*+)\\))"));
    return form;
}

constexpr qsizetype longestLine = 20'000;

bool isFolded(QStringView target)
{
    return target.startsWith(QLatin1String("entry:")) || target.startsWith(QLatin1String("fact:"))
        || target.startsWith(QLatin1String("attachment:"));
}

QTextCharFormat inColour(const QColor &colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    return format;
}

// Without width, as far as a font can be: there to be walked over, and to be found by the cursor.
QTextCharFormat folded()
{
    QTextCharFormat format;
    format.setForeground(Qt::transparent);
    format.setFontLetterSpacingType(QFont::PercentageSpacing);
    format.setProperty(QTextFormat::FontPixelSize, 1);
    format.setFontLetterSpacing(1);
    format.setFontStretch(1);
    return format;
}

} // namespace

FoldedSpan foldedAt(const QString &line, qsizetype column)
{
    for (auto it = linkForm().globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (isFolded(match.capturedView(3)) && column > match.capturedStart(2) && column < match.capturedEnd(2))
            return {match.capturedStart(2), match.capturedLength(2)};
    }
    return {};
}

MarkdownColours::MarkdownColours(QTextDocument *document, const Theme &theme) : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void MarkdownColours::setCursor(const QTextCursor &cursor)
{
    const int block = cursor.blockNumber();
    const int column = cursor.positionInBlock();
    const auto unfolds = [this](int number, int at) {
        const QTextBlock it = document()->findBlockByNumber(number);
        return it.isValid() && it.text().contains(QLatin1String("](")) ? foldedAt(it.text(), at).length : 0;
    };
    const bool before = m_cursorBlock >= 0 && unfolds(m_cursorBlock, m_cursorColumn) > 0;
    const int last = std::exchange(m_cursorBlock, block);
    m_cursorColumn = column;
    const bool now = unfolds(block, column) > 0;
    if (before && (last != block || !now))
        rehighlightBlock(document()->findBlockByNumber(last));
    if (now)
        rehighlightBlock(document()->findBlockByNumber(block));
}

void MarkdownColours::paint(qsizetype from, qsizetype length, const QTextCharFormat &added)
{
    for (auto i = static_cast<int>(from); i < from + length; ++i) {
        QTextCharFormat whole = format(i);
        whole.merge(added);
        setFormat(i, 1, whole);
    }
}

void MarkdownColours::highlightBlock(const QString &text)
{
    if (document()->characterCount() > mostCharacters || text.size() > longestLine)
        return;
    const int before = previousBlockState();
    setCurrentBlockState(before);
    if (text.isEmpty() || paintMark(text, before) || paintFence(text, before))
        return;
    paintLine(text);
    paintSpans(text);
    paintLinks(text);
    if (before == Mine || before == Theirs) {
        QTextCharFormat side;
        side.setBackground(m_theme.colour(before == Mine ? Colour::AccentWash : Colour::Raised));
        paint(0, text.size(), side);
    }
}

bool MarkdownColours::paintMark(const QString &text, int before)
{
    const bool begins = text.startsWith(QLatin1String("<<<<<<< "));
    const bool turns = before == Mine && text == QLatin1String("=======");
    const bool ends = before == Theirs && text.startsWith(QLatin1String(">>>>>>> "));
    if (!begins && !turns && !ends)
        return false;
    setCurrentBlockState(begins ? Mine : turns ? Theirs : Plain);
    setFormat(0, static_cast<int>(text.size()), inColour(m_theme.colour(Colour::High)));
    return true;
}

bool MarkdownColours::paintFence(const QString &text, int before)
{
    static const QRegularExpression fence(QStringLiteral("^ {0,3}(```|~~~)"));
    const bool isFence = fence.match(text).hasMatch();
    if (!isFence && before != Fenced)
        return false;
    setCurrentBlockState(isFence ? (before == Fenced ? Plain : Fenced) : Fenced);
    QTextCharFormat code = inColour(m_theme.colour(isFence ? Colour::Faint : Colour::Dim));
    code.setFont(m_theme.font(Type::Code));
    setFormat(0, static_cast<int>(text.size()), code);
    return true;
}

void MarkdownColours::paintLine(const QString &text)
{
    static const QRegularExpression heading(QStringLiteral("^ {0,3}(#{1,6})(?=\\s)"));
    static const QRegularExpression item(QStringLiteral("^\\s*([-*+]|\\d{1,9}[.)])(?=\\s)(\\s\\[[ xX]\\])?"));
    static const QRegularExpression quote(QStringLiteral("^ {0,3}>"));
    if (const auto match = heading.match(text); match.hasMatch()) {
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        setFormat(0, static_cast<int>(text.size()), strong);
        paint(match.capturedStart(1), match.capturedLength(1), inColour(m_theme.colour(Colour::Faint)));
    } else if (const auto bullet = item.match(text); bullet.hasMatch()) {
        paint(bullet.capturedStart(1), bullet.capturedEnd() - bullet.capturedStart(1), inColour(m_theme.colour(Colour::Accent)));
    } else if (quote.match(text).hasMatch()) {
        setFormat(0, static_cast<int>(text.size()), inColour(m_theme.colour(Colour::Dim)));
    }
}

void MarkdownColours::paintSpans(const QString &text)
{
    static const QRegularExpression strong(QStringLiteral("(\\*\\*|__)(?=\\S)([^*_]++)(\\1)"));
    static const QRegularExpression emphasis(QStringLiteral("(?<![*\\w])(\\*|_)(?=[^*_\\s])([^*_]++)(\\1)(?![*\\w])"));
    static const QRegularExpression code(QStringLiteral("(`+)([^`]++)(\\1)"));
    const QTextCharFormat sign = inColour(m_theme.colour(Colour::Faint));
    const auto each = [this, &text, &sign](const QRegularExpression &form, const QTextCharFormat &inside) {
        for (auto it = form.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            paint(match.capturedStart(), match.capturedLength(), inside);
            paint(match.capturedStart(1), match.capturedLength(1), sign);
            paint(match.capturedStart(3), match.capturedLength(3), sign);
        }
    };
    if (text.contains(QLatin1Char('*')) || text.contains(QLatin1Char('_'))) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::DemiBold);
        QTextCharFormat italic;
        italic.setFontItalic(true);
        each(strong, bold);
        each(emphasis, italic);
    }
    if (text.contains(QLatin1Char('`'))) {
        QTextCharFormat fixed = inColour(m_theme.colour(Colour::Dim));
        fixed.setFontFamilies(m_theme.font(Type::Code).families());
        each(code, fixed);
    }
}

void MarkdownColours::paintLinks(const QString &text)
{
    if (!text.contains(QLatin1String("](")))
        return;
    const bool here = currentBlock().blockNumber() == m_cursorBlock;
    for (auto it = linkForm().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QTextCharFormat sign = inColour(m_theme.colour(Colour::Faint));
        paint(match.capturedStart(), match.capturedStart(1) - match.capturedStart(), sign);
        paint(match.capturedStart(1), match.capturedLength(1), inColour(m_theme.colour(Colour::Accent)));
        const bool inside = here && m_cursorColumn > match.capturedStart(2) && m_cursorColumn < match.capturedEnd(2);
        paint(match.capturedStart(2), 1, sign);
        if (isFolded(match.capturedView(3)) && !inside)
            setFormat(static_cast<int>(match.capturedStart(2)) + 1, static_cast<int>(match.capturedLength(2)) - 1, folded());
        else
            paint(match.capturedStart(2) + 1, match.capturedLength(2) - 1, sign);
    }
}

} // namespace qd::ui
