// A chart as text.
#include "models/exchange/chart.h"
#include "models/exchange/printstyle.h"

namespace qd::exchange {
namespace {

// What may stand in an XML document: no control characters, no half of a pair.
QString xmlText(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const bool control = c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() >= 0xfffe;
        if (pair)
            safe += text.mid(i++, 2);
        else
            safe += control || c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
    }
    return safe.toHtmlEscaped();
}

QString number(double value)
{
    return QString::number(std::round(value * 100) / 100);
}

QString pathOf(const ChartShape &shape)
{
    QString path;
    for (const QPointF &point : shape.points)
        path +=
            QStringLiteral("%1%2 %3").arg(path.isEmpty() ? QLatin1String("M") : QLatin1String("L"), number(point.x()), number(point.y()));
    return shape.kind == ChartShape::Kind::Area ? path + QLatin1Char('Z') : path;
}

QString textOf(const ChartShape &shape)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    QString svg = QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"%3\" fill=\"%4\"")
                      .arg(number(shape.points.front().x()), number(shape.points.front().y()), number(shape.size), shape.colour.name());
    if (shape.anchor != ChartShape::Anchor::Start)
        svg += QStringLiteral(" text-anchor=\"%1\"").arg(QLatin1String(anchors[static_cast<int>(shape.anchor)]));
    if (shape.bold)
        svg += QLatin1String(" font-weight=\"600\"");
    return svg + QLatin1Char('>') + xmlText(shape.text) + QLatin1String("</text>\n");
}

QString shapeSvg(const ChartShape &shape)
{
    switch (shape.kind) {
    case ChartShape::Kind::Text: return textOf(shape);
    case ChartShape::Kind::Area: return QStringLiteral("<path d=\"%1\" fill=\"%2\"/>\n").arg(pathOf(shape), shape.colour.name());
    case ChartShape::Kind::Line: break;
    }
    return QStringLiteral("<path d=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"%3\"/>\n")
        .arg(pathOf(shape), shape.colour.name(), number(shape.size));
}

} // namespace

QByteArray chartSvg(const Chart &chart)
{
    QString svg =
        QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" width=\"%1pt\" height=\"%2pt\" role=\"img\" "
                       "font-family=\"Inter, 'DejaVu Sans', sans-serif\">\n")
            .arg(number(chart.width), number(chart.height));
    svg += QLatin1String("<title>") + xmlText(chart.title) + QLatin1String("</title>\n<desc>") + xmlText(chart.description)
        + QLatin1String("</desc>\n");
    for (const ChartShape &shape : chart.shapes)
        svg += shapeSvg(shape);
    return (svg + QLatin1String("</svg>\n")).toUtf8();
}

} // namespace qd::exchange
