#include "ui/panes/timeline/richtext.h"

#include <set>

namespace qd::ui {
namespace {

struct Tag
{
    items::InlineStyle style;
    const char *open;
    const char *close;
};
constexpr Tag tags[] = {
    {items::InlineBold, "<b>", "</b>"},
    {items::InlineItalic, "<i>", "</i>"},
    {items::InlineCode, "<code>", "</code>"},
    {items::InlineStrike, "<s>", "</s>"},
};

QString piece(const items::InlineText &read, int from, int to)
{
    unsigned style = 0;
    QString link;
    for (const items::InlineSpan &span : read.spans) {
        if (span.from > from || span.from + span.length < to)
            continue;
        style |= span.style;
        if (!span.link.isEmpty())
            link = span.link;
    }
    QString html = read.text.mid(from, to - from).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    for (const Tag &tag : tags) {
        if (style & tag.style)
            html = QLatin1String(tag.open) + html + QLatin1String(tag.close);
    }
    return link.isEmpty() ? html : QStringLiteral("<a href=\"%1\">%2</a>").arg(link.toHtmlEscaped(), html);
}

} // namespace

QString richText(const items::InlineText &read)
{
    std::set<int> edges{0, static_cast<int>(read.text.size())};
    for (const items::InlineSpan &span : read.spans)
        edges.insert({span.from, span.from + span.length});
    QString html;
    for (auto from = edges.begin(), to = std::next(from); to != edges.end(); ++from, ++to)
        html += piece(read, *from, *to);
    return html;
}

} // namespace qd::ui
