#pragma once
// Digits in cells of one width, so that a running clock stands still: Inter's own digits are proportional, and Qt 6.4 cannot ask a font for
// its tabular ones.

#include <QRect>
#include <QString>

class QFont;
class QPainter;

namespace qd::ui {

[[nodiscard]] int digitsWidth(const QFont &font, const QString &text);
void drawDigits(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text); // in the painter's font and pen

} // namespace qd::ui
