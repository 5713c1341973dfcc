#pragma once
// A drawing of few and simple shapes: painted into a PDF or a PNG, written as text into HTML.
//
// 1. Lengths are points from the top left corner, sizes of type too; colours are those of printstyle.h.
// 2. Nothing is told by its colour alone: a word or a shape stands beside it.
// 3. A text is set as a paragraph of its own: whatever its direction, it moves nothing else.

#include <QByteArray>
#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace qd::exchange {

struct ChartShape
{
    enum class Kind { Area, Line, Text };
    enum class Anchor { Start, Middle, End };
    Kind kind = Kind::Area;
    std::vector<QPointF> points; // of a text: where its base line begins, has its middle or ends
    QColor colour;
    double size = 0; // of a line its width, of a text its type
    QString text{};
    Anchor anchor = Anchor::Start;
    bool bold = false;
    bool operator==(const ChartShape &) const = default;
};

struct Chart
{
    QString id; // "timeline", "clocks", "clocks-2"
    QString title;
    QString description; // what it shows, in words
    double width = 0;
    double height = 0;
    std::vector<ChartShape> shapes;
    bool operator==(const Chart &) const = default;

    void area(const QRectF &box, const QColor &colour);
    void polygon(std::vector<QPointF> points, const QColor &colour);
    void line(std::vector<QPointF> points, const QColor &colour, double width);
    void write(QPointF at, const QString &what, double size, const QColor &colour, ChartShape::Anchor anchor = ChartShape::Anchor::Start,
               bool bold = false);
};

void paintChart(QPainter &painter, const QRectF &box, const Chart &chart); // as large as fits into the box, from its top left corner
[[nodiscard]] QByteArray chartSvg(const Chart &chart); // an <svg> element as it may stand in HTML: UTF-8, escaped, without a prolog
[[nodiscard]] QByteArray chartPng(const Chart &chart, int width); // pixels; empty without a QGuiApplication

// How wide a text is about, whatever the fonts: a drawing must not depend on those of the machine.
[[nodiscard]] double widthAbout(const QString &text, double size, bool bold = false);
[[nodiscard]] QString cutTo(const QString &text, double width, double size, bool bold = false); // on one line, with an ellipsis

} // namespace qd::exchange
