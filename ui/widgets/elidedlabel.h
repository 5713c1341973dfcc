#pragma once
// One line that ends in an ellipsis where it has no room; makes no window wider.

#include "ui/widgets/tonelabel.h"

#include <QPainter>

namespace qd::ui {

class ElidedLabel : public ToneLabel
{
public:
    ElidedLabel(const Theme &theme, Colour colour, Type type, QWidget *parent) : ToneLabel(theme, colour, type, parent)
    {
        setWordWrap(false);
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {20 * Theme::grid, ToneLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace qd::ui
