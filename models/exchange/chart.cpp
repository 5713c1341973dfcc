#include "models/exchange/chart.h"

namespace qd::exchange {
namespace {

// Shares of the size of type, measured on Inter and on the safe side.
double advanceAbout(QChar c)
{
    if (c.isLowSurrogate() || c.isMark())
        return 0;
    if (c.unicode() >= 0x1100 && !c.isPunct())
        return 1.05;
    if (QStringLiteral("iljI.,:;|!'`").contains(c))
        return 0.27;
    if (QStringLiteral("ftr()[]{}- \"/\\").contains(c))
        return 0.37;
    if (QStringLiteral("mwMW@%—…").contains(c))
        return 0.88;
    return c.isUpper() ? 0.68 : c.isDigit() ? 0.62 : 0.555;
}

} // namespace

void Chart::area(const QRectF &box, const QColor &colour)
{
    polygon({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()}, colour);
}

void Chart::polygon(std::vector<QPointF> points, const QColor &colour)
{
    shapes.push_back({ChartShape::Kind::Area, std::move(points), colour});
}

void Chart::line(std::vector<QPointF> points, const QColor &colour, double lineWidth)
{
    shapes.push_back({ChartShape::Kind::Line, std::move(points), colour, lineWidth});
}

void Chart::write(QPointF at, const QString &what, double size, const QColor &colour, ChartShape::Anchor anchor, bool bold)
{
    shapes.push_back({ChartShape::Kind::Text, {at}, colour, size, what, anchor, bold});
}

double widthAbout(const QString &text, double size, bool bold)
{
    double width = 0;
    for (const QChar c : text)
        width += advanceAbout(c);
    return width * size * (bold ? 1.05 : 1.0);
}

QString cutTo(const QString &text, double width, double size, bool bold)
{
    const QString line = text.left(1000).simplified();
    if (widthAbout(line, size, bold) <= width)
        return line;
    double used = widthAbout(QStringLiteral("…"), size, bold);
    qsizetype kept = 0;
    for (; kept < line.size(); ++kept) {
        used += advanceAbout(line[kept]) * size * (bold ? 1.05 : 1.0);
        if (used > width)
            break;
    }
    if (kept > 0 && line[kept - 1].isHighSurrogate())
        --kept;
    return kept == 0 ? QString() : line.left(kept).trimmed() + QStringLiteral("…");
}

} // namespace qd::exchange
