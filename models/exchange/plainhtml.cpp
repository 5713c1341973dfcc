// The document as pandoc takes it: headings, paragraphs, tables, pictures, and nothing that styles them.
#include "models/exchange/markdownhtml.h"
#include "models/exchange/picture.h"

#include <QRegularExpression>

namespace qd::exchange {
namespace {

QString headHtml(const Outline &outline)
{
    QString html = QStringLiteral("<table>\n<colgroup><col style=\"width: 22%\"><col style=\"width: 78%\"></colgroup>\n<tbody>\n");
    for (const OutlineRow &row : outline.head)
        html += QStringLiteral("<tr><td><strong>%1</strong></td><td>%2</td></tr>\n").arg(safeHtml(row.label), safeHtml(row.value));
    return html + QLatin1String("</tbody>\n</table>\n");
}

QString contentsHtml(const Outline &outline)
{
    QString html = QStringLiteral("<div data-custom-style=\"Contents Title\"><p>Contents</p></div>\n<ul>\n");
    for (const OutlineSection &section : outline.sections)
        html += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(section.anchor, safeHtml(section.title));
    return html + QLatin1String("</ul>\n");
}

constexpr int chartPixels = 1600; // across a page, at some 250 to the inch

QString chartsHtml(const Outline &outline)
{
    QString html;
    for (const Chart &chart : outline.charts) {
        const QByteArray png = chartPng(chart, chartPixels);
        if (png.isEmpty())
            continue;
        html += html.isEmpty() ? QStringLiteral("<h1 id=\"charts\">%1</h1>\n").arg(safeHtml(chart.title))
                               : QStringLiteral("<h2>%1</h2>\n").arg(safeHtml(chart.title));
        html += QStringLiteral("<p><img src=\"%1\" alt=\"%2\" width=\"%3\"></p>\n")
                    .arg(dataAddress(QStringLiteral("image/png"), png), safeHtml(chart.description), QLatin1String(pageWidth));
    }
    return html;
}

// What each column wants of the page's width, in hundredths, by a word of the table's header.
struct Shares
{
    const char *header;
    QList<int> columns;
};
const Shares shares[] = {{"Recorded (UTC)", {15, 15, 13, 44, 13}},
                         {"Recorded (UTC)", {14, 14, 14, 12, 34, 12}},
                         {"Verdict", {36, 28, 22, 14}},
                         {"Time (", {18, 13, 54, 15}},
                         {"Length", {16, 12, 14, 58}},
                         {"Asked at", {20, 30, 16, 16, 18}},
                         {"Ticket", {36, 14, 12, 14, 14, 10}},
                         {"Time spent", {42, 58}}};

QString columnsHtml(const QString &header)
{
    static const QRegularExpression cell(QStringLiteral("<th[ >]"));
    const qsizetype count = header.count(cell);
    const auto known = std::find_if(std::begin(shares), std::end(shares), [&](const Shares &item) {
        return item.columns.size() == count && header.contains(QLatin1String(item.header));
    });
    QString columns;
    for (qsizetype i = 0; i < count; ++i) {
        const int even = static_cast<int>(100 / count);
        columns += QStringLiteral("<col style=\"width: %1%\">").arg(known == std::end(shares) ? even : known->columns[i]);
    }
    return QLatin1String("<colgroup>") + columns + QLatin1String("</colgroup>\n");
}

// Without widths every column of an ODT is as wide as the next.
QString withColumns(QString html)
{
    const QLatin1String table("<table>\n");
    for (qsizetype at = html.indexOf(table); at >= 0; at = html.indexOf(table, at + 1)) {
        const qsizetype end = html.indexOf(QLatin1String("</thead>"), at);
        html.insert(at + table.size(), columnsHtml(html.mid(at, end - at)));
    }
    return html;
}

} // namespace

QByteArray plainHtml(const Outline &outline)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>%1</title>\n</head>\n<body>\n")
            .arg(safeHtml(QStringLiteral("%1: %2").arg(outline.ref, outline.title)));
    html += QStringLiteral("<p>%1</p>\n").arg(safeHtml(subtitleOf(outline))) + headHtml(outline);
    if (outline.sections.size() > 2)
        html += contentsHtml(outline);
    html += chartsHtml(outline);
    for (const OutlineSection &section : outline.sections) {
        html += QStringLiteral("<h1 id=\"%1\">%2</h1>\n").arg(section.anchor, safeHtml(section.title))
            + withColumns(sectionHtml(section, outline, HtmlFor::Pandoc));
    }
    return (html + QLatin1String("</body>\n</html>\n")).toUtf8();
}

} // namespace qd::exchange
