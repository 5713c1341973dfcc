#include "models/review/markdown.h"

#include <QRegularExpression>

#include <algorithm>

namespace qd::review {
namespace {

bool isPunctuation(QChar c)
{
    return c.unicode() < 128 && c.isPrint() && !c.isLetterOrNumber() && !c.isSpace();
}

bool isSpaceAt(const QString &text, qsizetype at)
{
    return at < 0 || at >= text.size() || text[at].isSpace();
}

bool isWordAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

bool beginsEntity(const QString &text, qsizetype at)
{
    static const QRegularExpression entity(QStringLiteral("\\G&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"));
    return entity.match(text, at).hasMatch();
}

// Only what would become markup is escaped, so that a text can still be found in the document by its words.
bool isMarkup(const QString &text, qsizetype at)
{
    switch (text[at].unicode()) {
    case '`':
    case '<':
    case '[': return true;
    case '*': return !isSpaceAt(text, at - 1) || !isSpaceAt(text, at + 1);
    case '~': return !isSpaceAt(text, at - 1);
    case '_': return !isWordAt(text, at - 1) || !isWordAt(text, at + 1);
    case '\\': return at + 1 >= text.size() || isPunctuation(text[at + 1]);
    case '&': return beginsEntity(text, at);
    default: return false;
    }
}

QString escaped(const QString &text)
{
    QString safe;
    safe.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isMarkup(text, i))
            safe += QLatin1Char('\\');
        safe += text[i];
    }
    return safe;
}

QString withoutControls(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    static const QRegularExpression lineEnds(QStringLiteral("[\\x{2028}\\x{2029}\\x{85}\\x0b\\x0c]"));
    text.replace(lineEnds, QStringLiteral("\n"));
    static const QRegularExpression controls(QStringLiteral("[\\x00-\\x08\\x0e-\\x1f\\x7f]"));
    text.replace(controls, QString(QChar::ReplacementCharacter));
    text.replace(QLatin1Char('\t'), QLatin1String("    "));
    return text;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : withoutControls(text).split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

// What would make a line a heading, a quote, a list item or a rule.
QString escapedLine(const QString &line)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,9})([.)])(?=\\s|$)"));
    static const QRegularExpression sign(QStringLiteral("^([#>]|[-+=](?=\\s|$|[-=])|~~~)"));
    return escaped(line).replace(number, QStringLiteral("\\1\\\\2")).replace(sign, QStringLiteral("\\\\1"));
}

const QRegularExpression &fence()
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}(`{3,}|~{3,})"));
    return form;
}

QString loweredHeading(QString line)
{
    static const QRegularExpression heading(QStringLiteral("^ {0,3}(#{1,6})(?=\\s|$)"));
    const QRegularExpressionMatch match = heading.match(line);
    if (match.hasMatch())
        line.replace(0, match.capturedEnd(), QString(std::min<qsizetype>(6, match.capturedLength(1) + 2), QLatin1Char('#')));
    return line;
}

// `<` outside of code, but for an address such as <https://example.org>.
QString withoutHtml(const QString &line)
{
    static const QRegularExpression opener(QStringLiteral("(?<!\\\\)<(?=[A-Za-z/!?])(?!(?:https?|mailto):[^\\s<>]+>)"));
    QStringList parts = line.split(QLatin1Char('`'));
    const bool balanced = parts.size() % 2 == 1;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool code = balanced && i % 2 == 1;
        if (!code)
            parts[i].replace(opener, QStringLiteral("\\<"));
    }
    return parts.join(QLatin1Char('`'));
}

} // namespace

QString inlineText(const QString &text)
{
    return escaped(linesOf(text).join(QLatin1Char(' ') + QString(lineEndMark) + QLatin1Char(' ')));
}

QString blockText(const QString &text)
{
    QStringList lines;
    for (const QString &line : linesOf(text))
        lines << escapedLine(line);
    return lines.join(QLatin1String("  \n"));
}

QString cellText(const QString &text)
{
    return inlineText(text).replace(QLatin1Char('|'), QLatin1String("\\|"));
}

QString sectionText(const QString &markdown)
{
    QStringList lines;
    QString open; // the fence that must be closed
    for (const QString &line : withoutControls(markdown).split(QLatin1Char('\n'))) {
        const QString mark = fence().match(line).captured(1);
        const bool closes = !open.isEmpty() && mark.startsWith(open) && line.trimmed() == mark;
        if (!open.isEmpty() || !mark.isEmpty())
            lines << line;
        else
            lines << withoutHtml(loweredHeading(line));
        open = closes ? QString() : open.isEmpty() ? mark : open;
    }
    if (!open.isEmpty())
        lines << open;
    return lines.join(QLatin1Char('\n')).trimmed();
}

QString tableText(const QStringList &header, const std::vector<QStringList> &rows)
{
    if (rows.empty())
        return {};
    const auto line = [](const QStringList &cells) { return QStringLiteral("| %1 |").arg(cells.join(QLatin1String(" | "))); };
    QStringList lines{line(header), line(QStringList(header.size(), QStringLiteral("---")))};
    for (const QStringList &row : rows)
        lines << line(row);
    return lines.join(QLatin1Char('\n'));
}

} // namespace qd::review
