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
        html +=
            QStringLiteral("<tr><td><strong>%1</strong></td><td>%2</td></tr>\n").arg(row.label.toHtmlEscaped(), row.value.toHtmlEscaped());
    return html + QLatin1String("</tbody>\n</table>\n");
}

QString contentsHtml(const Outline &outline)
{
    QString html = QStringLiteral("<div data-custom-style=\"Contents Title\"><p>Contents</p></div>\n<ul>\n");
    for (const OutlineSection &section : outline.sections)
        html += QStringLiteral("<li><a href=\"#%1\">%2</a></li>\n").arg(section.anchor, section.title.toHtmlEscaped());
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
        html += html.isEmpty() ? QStringLiteral("<h1 id=\"charts\">%1</h1>\n").arg(chart.title.toHtmlEscaped())
                               : QStringLiteral("<h2>%1</h2>\n").arg(chart.title.toHtmlEscaped());
        html += QStringLiteral("<p><img src=\"%1\" alt=\"%2\" style=\"width: %3\"></p>\n")
                    .arg(dataAddress(QStringLiteral("image/png"), png), chart.description.toHtmlEscaped(), QLatin1String(pageWidth));
    }
    return html;
}

// What each column of a table of so many wants of the page's width, in hundredths; the one before the last is the text of a timeline.
QString columnsHtml(const QString &header)
{
    static const QRegularExpression cell(QStringLiteral("<th[ >]"));
    const qsizetype count = header.count(cell);
    static const QMap<qsizetype, QList<int>> widths{
        {2, {35, 65}}, {3, {34, 33, 33}}, {4, {34, 30, 22, 14}}, {5, {15, 15, 13, 44, 13}}, {6, {14, 14, 14, 12, 34, 12}}};
    const bool timeline = header.contains(QLatin1String("Recorded (UTC)"));
    QString columns;
    for (qsizetype i = 0; i < count; ++i) {
        const int even = static_cast<int>(100 / count);
        const bool known = timeline || count < 5;
        columns += QStringLiteral("<col style=\"width: %1%\">").arg(known && widths.contains(count) ? widths[count][i] : even);
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
            .arg(QStringLiteral("%1: %2").arg(outline.ref, outline.title).toHtmlEscaped());
    html += QStringLiteral("<p>%1</p>\n").arg(subtitleOf(outline).toHtmlEscaped()) + headHtml(outline);
    if (outline.sections.size() > 2)
        html += contentsHtml(outline);
    html += chartsHtml(outline);
    for (const OutlineSection &section : outline.sections) {
        html += QStringLiteral("<h1 id=\"%1\">%2</h1>\n").arg(section.anchor, section.title.toHtmlEscaped())
            + withColumns(sectionHtml(section, outline, HtmlFor::Pandoc));
    }
    return (html + QLatin1String("</body>\n</html>\n")).toUtf8();
}

} // namespace qd::exchange
