// A chart on a paint device.
#include "models/exchange/chart.h"
#include "models/exchange/printedtext.h"
#include "models/exchange/printstyle.h"
#include "models/exchange/typesetter.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace qd::exchange {
namespace {

QFont fontOf(const ChartShape &shape, double scale)
{
    QFont font;
    font.setFamilies(print::families());
    font.setPixelSize(std::max(1, qRound(shape.size * scale)));
    font.setWeight(shape.bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(strategyOf(needsShaping(shape.text)));
    return font;
}

void paintText(QPainter &painter, const ChartShape &shape, QPointF at, double scale)
{
    painter.setFont(fontOf(shape, scale));
    painter.setPen(shape.colour);
    const double width = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(shape.text);
    const double share = shape.anchor == ChartShape::Anchor::End ? 1 : shape.anchor == ChartShape::Anchor::Middle ? 0.5 : 0;
    painter.drawText(at - QPointF(width * share, 0), printable(shape.text));
}

void paintShape(QPainter &painter, const ChartShape &shape, QPointF origin, double scale)
{
    QPolygonF points;
    for (const QPointF &point : shape.points)
        points << origin + point * scale;
    if (shape.kind == ChartShape::Kind::Text) {
        paintText(painter, shape, points.front(), scale);
    } else if (shape.kind == ChartShape::Kind::Area) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shape.colour);
        painter.drawPolygon(points);
    } else {
        painter.setPen(QPen(shape.colour, shape.size * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points);
    }
}

} // namespace

void paintChart(QPainter &painter, const QRectF &box, const Chart &chart)
{
    if (chart.width <= 0 || chart.height <= 0)
        return;
    const double scale = std::min(box.width() / chart.width, box.height() / chart.height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartShape &shape : chart.shapes)
        paintShape(painter, shape, box.topLeft(), scale);
    painter.restore();
}

QByteArray chartPng(const Chart &chart, int width)
{
    if (!hasFonts() || chart.width <= 0 || width <= 0)
        return {};
    QImage image(width, std::max(1, qRound(width * chart.height / chart.width)), QImage::Format_RGB32);
    image.fill(print::paper);
    QPainter painter(&image);
    paintChart(painter, image.rect(), chart);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace qd::exchange
