// The document as pandoc takes it: headings, paragraphs, tables, pictures, and nothing that styles them.
#include "models/exchange/markdownhtml.h"

namespace qd::exchange {
namespace {

QString headHtml(const Outline &outline)
{
    QString html = QStringLiteral("<table>\n<colgroup><col style=\"width: 22%\"><col style=\"width: 78%\"></colgroup>\n<tbody>\n");
    for (const OutlineRow &row : outline.head)
        html +=
            QStringLiteral("<tr><td><strong>%1</strong></td><td>%2</td></tr>\n").arg(row.label.toHtmlEscaped(), row.value.toHtmlEscaped());
    return html + QLatin1String("</tbody>\n</table>\n");
}

QString contentsHtml(const Outline &outline)
{
    QString html = QStringLiteral("<p><strong>Contents</strong></p>\n<ul>\n");
    for (const OutlineSection &section : outline.sections)
        html += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(section.anchor, section.title.toHtmlEscaped());
    return html + QLatin1String("</ul>\n");
}

} // namespace

QByteArray plainHtml(const Outline &outline)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>%1</title>\n</head>\n<body>\n")
            .arg(QStringLiteral("%1: %2").arg(outline.ref, outline.title).toHtmlEscaped());
    html += QStringLiteral("<p>%1</p>\n").arg(subtitleOf(outline).toHtmlEscaped()) + headHtml(outline);
    if (outline.sections.size() > 2)
        html += contentsHtml(outline);
    for (const OutlineSection &section : outline.sections) {
        html += QStringLiteral("<h1 id=\"%1\">%2</h1>\n").arg(section.anchor, section.title.toHtmlEscaped())
            + sectionHtml(section, outline, HtmlFor::Pandoc);
    }
    return (html + QLatin1String("</body>\n</html>\n")).toUtf8();
}

} // namespace qd::exchange
