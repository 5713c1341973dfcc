#include "ui/plans/yamlcolours.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace qd::ui {
namespace {

// A comment begins with # at the line's beginning or after a blank, outside quotes.
int commentIn(const QString &text)
{
    QChar quote;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if ((c == QLatin1Char('"') || c == QLatin1Char('\'')) && (i == 0 || !text[i - 1].isLetterOrNumber()))
            quote = c;
        else if (c == QLatin1Char('#') && (i == 0 || text[i - 1].isSpace()))
            return i;
    }
    return -1;
}

} // namespace

int endOfWord(const QString &line, int from)
{
    int end = from;
    while (end < line.size() && !line[end].isSpace() && !QStringLiteral(",:{}[]").contains(line[end]))
        ++end;
    return std::max(end, std::min(from + 1, static_cast<int>(line.size())));
}

YamlColours::YamlColours(QTextDocument *document, const Theme &theme) : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void YamlColours::setProblems(const std::vector<plan::Problem> &problems)
{
    QMultiHash<int, int> columns;
    for (const plan::Problem &problem : problems)
        columns.insert(problem.line, problem.column);
    const QMultiHash<int, int> before = std::exchange(m_columns, columns);
    for (const QMultiHash<int, int> *each : {&before, &std::as_const(m_columns)}) {
        for (const int line : each->uniqueKeys()) {
            if (before.values(line) != m_columns.values(line) && line > 0)
                rehighlightBlock(document()->findBlockByNumber(line - 1));
        }
    }
}

void YamlColours::highlightBlock(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("(?:^\\s*(?:- +)*|[{,]\\s*)([^\\s#:{}\\[\\],'\"-][^\\s:#{}\\[\\],'\"]*):(?=\\s|$)"));
    const int comment = commentIn(text);
    auto matches = key.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (comment < 0 || match.capturedStart(1) < comment)
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), m_theme.colour(Colour::Accent));
    }
    if (comment >= 0)
        setFormat(comment, static_cast<int>(text.size()) - comment, m_theme.colour(Colour::Dim));
    for (const int column : m_columns.values(currentBlock().blockNumber() + 1))
        underline(text, column);
}

void YamlColours::underline(const QString &text, int column)
{
    const int from = std::clamp(column - 1, 0, std::max(0, static_cast<int>(text.size()) - 1));
    for (int i = from; i < endOfWord(text, from); ++i) {
        QTextCharFormat wrong = format(i);
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(m_theme.colour(Colour::Critical));
        setFormat(i, 1, wrong);
    }
}

} // namespace qd::ui
