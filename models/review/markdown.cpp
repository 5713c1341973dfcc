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

constexpr QLatin1String lessThan("&lt;"); // rather than a backslash: what reads this next may know HTML only

bool opensHtml(const QString &text, qsizetype at)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
    return text[at] == QLatin1Char('<') && (next.isLetter() || QStringLiteral("/!?").contains(next));
}

// Only what would become markup is escaped, so that a text can still be found in the document by its words.
bool isMarkup(const QString &text, qsizetype at)
{
    switch (text[at].unicode()) {
    case '`':
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
        if (opensHtml(text, i)) {
            safe += lessThan;
            continue;
        }
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

constexpr QChar opensIsolate(0x2068);
constexpr QChar closesIsolate(0x2069);

bool turnsDirection(QChar::Direction direction)
{
    switch (direction) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirLRE:
    case QChar::DirLRO:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirLRI:
    case QChar::DirRLI:
    case QChar::DirFSI:
    case QChar::DirPDI: return true;
    default: return false;
    }
}

bool turnsDirection(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        if (text[i].unicode() >= 0x590
            && turnsDirection(pair ? QChar::direction(QChar::surrogateToUcs4(text[i], text[i + 1])) : text[i].direction()))
            return true;
    }
    return false;
}

// A text that runs from right to left, or says that it does, must not move what stands beside it. It may also try to end its isolation.
QString isolated(const QString &text)
{
    if (!turnsDirection(text))
        return text;
    int open = 0;
    int unopened = 0;
    for (const QChar c : text) {
        const QChar::Direction direction = c.direction();
        if (direction == QChar::DirLRI || direction == QChar::DirRLI || direction == QChar::DirFSI)
            ++open;
        else if (direction == QChar::DirPDI && open > 0)
            --open;
        else if (direction == QChar::DirPDI)
            ++unopened;
    }
    return QString(1 + unopened, opensIsolate) + text + QString(1 + open, closesIsolate);
}

// What would make a line a heading, a quote, a list item or a rule.
QString escapedLine(const QString &line)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,9})([.)])(?=\\s|$)"));
    static const QRegularExpression sign(QStringLiteral("^([#>]|[-+=](?=\\s|$|[-=])|~~~)"));
    return escaped(line).replace(number, QStringLiteral("\\1\\\\2")).replace(sign, QStringLiteral("\\\\1"));
}

struct Fence
{
    QString mark; // "```"; empty: none
    qsizetype indent = 0;
};

Fence fenceIn(const QString &line)
{
    static const QRegularExpression form(QStringLiteral("^( {0,3})(`{3,}(?=[^`]*$)|~{3,})"));
    const QRegularExpressionMatch match = form.match(line);
    return {match.captured(2), match.capturedLength(1)};
}

bool endsFence(const QString &line, const Fence &open)
{
    const QString trimmed = line.trimmed();
    const bool closes = fenceIn(line).mark == trimmed && trimmed.startsWith(open.mark);
    const bool leavesItem = !trimmed.isEmpty() && line.indexOf(trimmed.front()) < open.indent; // the list item that it stands in is over
    return closes || leavesItem;
}

QString loweredHeading(QString line)
{
    static const QRegularExpression heading(QStringLiteral("^ {0,3}(#{1,6})(?=\\s|$)"));
    const QRegularExpressionMatch match = heading.match(line);
    if (match.hasMatch())
        line.replace(0, match.capturedEnd(), QString(std::min<qsizetype>(6, match.capturedLength(1) + 2), QLatin1Char('#')));
    return line;
}

// Whether what stands between two backticks is code everywhere: no span goes over a line, and none has a backtick in it.
bool hasPlainCode(const QStringList &lines)
{
    return std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        return line.count(QLatin1Char('`')) % 2 == 0 && !line.contains(QLatin1String("``")) && !line.contains(QLatin1String("\\`"));
    });
}

// `<` outside of code, but for an address such as <https://example.org> and one that is escaped already.
QString withoutHtml(const QString &line, bool plainCode)
{
    static const QRegularExpression address(QStringLiteral("\\G<(?:https?|mailto):[^\\s<>]+>"));
    bool code = false;
    qsizetype slashes = 0;
    QString safe;
    for (qsizetype i = 0; i < line.size(); ++i) {
        code = line[i] == QLatin1Char('`') ? plainCode && !code : code;
        const bool opens = !code && slashes % 2 == 0 && opensHtml(line, i) && !address.match(line, i).hasMatch();
        slashes = line[i] == QLatin1Char('\\') ? slashes + 1 : 0;
        safe += opens ? QString(lessThan) : QString(line[i]);
    }
    return safe;
}

} // namespace

QString inlineText(const QString &text)
{
    return isolated(escaped(linesOf(text).join(QLatin1Char(' ') + QString(lineEndMark) + QLatin1Char(' '))));
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
    const QStringList given = withoutControls(markdown).split(QLatin1Char('\n'));
    QStringList outside;
    QList<bool> fenced;
    Fence open;
    for (const QString &line : given) {
        const bool ends = !open.mark.isEmpty() && endsFence(line, open);
        const bool closes = ends && fenceIn(line).mark == line.trimmed();
        const Fence begins = open.mark.isEmpty() || (ends && !closes) ? fenceIn(line) : Fence();
        fenced << ((!open.mark.isEmpty() && !ends) || closes || !begins.mark.isEmpty());
        if (!fenced.last())
            outside << line;
        open = !begins.mark.isEmpty() ? begins : ends ? Fence() : open;
    }
    const bool plainCode = hasPlainCode(outside);
    QStringList lines;
    for (qsizetype i = 0; i < given.size(); ++i)
        lines << (fenced[i] ? given[i] : withoutHtml(loweredHeading(given[i]), plainCode));
    if (!open.mark.isEmpty())
        lines << QString(open.indent, QLatin1Char(' ')) + open.mark;
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
