#include "models/plan/written/bounds.h"

#include <algorithm>
#include <string_view>

namespace qd::plan::written {
namespace {

using Line = std::string_view;

tl::unexpected<Error> beyond(const QString &what)
{
    return failure(ErrorCode::BadInput, QStringLiteral("the document %1; give the page that holds the plan").arg(what));
}

bool isMark(char character)
{
    static constexpr std::string_view marks = "*_~`[]<>!&\\|";
    return marks.find(character) != Line::npos;
}

struct Prefix // of quotes, items and blanks, before the words of a line
{
    qsizetype length = 0;
    qsizetype depth = 0;
};

Prefix prefixOf(Line line)
{
    static constexpr std::string_view blanks = " \t";
    Prefix prefix;
    size_t at = 0;
    while (at < line.size()) {
        size_t next = line.find_first_not_of(blanks, at);
        if (next == Line::npos)
            break;
        const size_t digits = std::min(line.find_first_not_of("0123456789", next), line.size());
        const bool number = digits > next && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
        const bool bullet = line[next] == '-' || line[next] == '+' || line[next] == '*';
        const size_t after = (number ? digits : next) + 1;
        const bool item = (number || bullet) && after < line.size() && blanks.find(line[after]) != Line::npos;
        prefix.length = static_cast<qsizetype>(next);
        if (line[next] != '>' && !item)
            break;
        ++prefix.depth;
        at = after;
    }
    return prefix;
}

// The bars of a line that may stand below a table's head; 0: it is none.
qsizetype barsBelowHead(Line line)
{
    if (line.find_first_not_of(" \t|:->*+.)0123456789") != Line::npos || line.find('-') == Line::npos)
        return 0;
    return std::count(line.begin(), line.end(), '|') + 1;
}

// `found` becomes `instead` everywhere, when it stands there too often.
void takeApart(QByteArray &text, const char *found, const char *instead, qsizetype most)
{
    if (text.count(found) > most)
        text.replace(found, instead);
}

} // namespace

Result<void> withinBounds(const QByteArray &text)
{
    const Line all(text.constData(), static_cast<size_t>(text.size()));
    qsizetype number = 0;
    qsizetype marks = 0;
    qsizetype columns = 0; // of the table that may be open
    for (size_t at = 0; at < all.size();) {
        const size_t end = std::min(all.find('\n', at), all.size());
        const Line line = all.substr(at, end - at);
        at = end + 1;
        if (++number > mostLines)
            return beyond(QStringLiteral("has more than %L1 lines").arg(mostLines));
        const Prefix prefix = prefixOf(line);
        if (prefix.depth > deepestNesting)
            return beyond(QStringLiteral("nests more than %1 quotes and lists on line %2").arg(deepestNesting).arg(number));
        if (prefix.length > widestIndent)
            return beyond(QStringLiteral("is indented by more than %L1 characters on line %2").arg(widestIndent).arg(number));
        const bool isBlank = line.find_first_not_of(" \t") == Line::npos;
        columns = isBlank ? 0 : std::max(columns, barsBelowHead(line));
        if (columns > mostColumns)
            return beyond(QStringLiteral("has a table of more than %1 columns on line %2").arg(mostColumns).arg(number));
        marks += std::max<qsizetype>(columns, std::count_if(line.begin(), line.end(), isMark)) + prefix.depth;
        if (marks > mostMarks)
            return beyond(
                QStringLiteral("has more than %L1 marks (of tables, links and emphasis) up to line %2").arg(mostMarks).arg(number));
    }
    return {};
}

void disarm(QByteArray &text)
{
    takeApart(text, "![", "! [", mostImages);
    if (text.count("<!") - text.count("<!--") <= mostDeclarations)
        return;
    text.replace("<!--", "\x01");
    text.replace("<!", "< !");
    text.replace("\x01", "<!--");
}

} // namespace qd::plan::written
