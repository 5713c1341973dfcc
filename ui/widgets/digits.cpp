#include "ui/widgets/digits.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

namespace qd::ui {
namespace {

qreal cellOf(const QFontMetricsF &metrics)
{
    qreal cell = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        cell = std::max(cell, metrics.horizontalAdvance(QLatin1Char(digit)));
    return cell;
}

// Runs of digits, one by one, and of everything else, together: so that kerning and ligatures of words stay.
template<class Digit, class Words>
void walk(const QString &text, const Digit &onDigit, const Words &onWords)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text[i].isDigit())
            continue;
        if (i > from)
            onWords(text.mid(from, i - from));
        if (i < text.size())
            onDigit(text[i]);
        from = i + 1;
    }
}

qreal widthOf(const QFontMetricsF &metrics, const QString &text)
{
    const qreal cell = cellOf(metrics);
    qreal width = 0;
    walk(
        text, [&](QChar) { width += cell; }, [&](const QString &words) { width += metrics.horizontalAdvance(words); });
    return width;
}

} // namespace

int digitsWidth(const QFont &font, const QString &text)
{
    return qCeil(widthOf(QFontMetricsF(font), text));
}

void drawDigits(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal cell = cellOf(metrics);
    const qreal width = widthOf(metrics, text);
    qreal x = alignment & Qt::AlignRight ? rect.left() + rect.width() - width : rect.left();
    if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    const qreal baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    const auto draw = [&](const QString &piece, qreal room) {
        const qreal natural = metrics.horizontalAdvance(piece);
        painter.drawText(QPointF(x + (room - natural) / 2, baseline), piece);
        x += room;
    };
    walk(
        text, [&](QChar digit) { draw(digit, cell); }, [&](const QString &words) { draw(words, metrics.horizontalAdvance(words)); });
}

} // namespace qd::ui
