#include "ui/panes/metrics/metrictile.h"

#include "ui/widgets/digits.h"

#include <QPainter>

namespace qd::ui {

MetricTile::MetricTile(const Theme &theme, const QString &caption, QWidget *parent)
    : QAbstractButton(parent),
      m_theme(theme),
      m_caption(caption)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setNumber({}, {});
}

void MetricTile::setNumber(const QString &value, const QString &detail, Colour colour)
{
    m_value = value.isEmpty() ? QStringLiteral("–") : value;
    m_detail = detail;
    m_colour = value.isEmpty() ? Colour::Faint : colour;
    setAccessibleName(tr("%1 %2").arg(m_caption, value.isEmpty() ? tr("not known") : value));
    setAccessibleDescription(detail);
    setToolTip(detail);
    update();
}

QSize MetricTile::sizeHint() const
{
    return {35 * Theme::grid, 18 * Theme::grid};
}

void MetricTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        painter.fillRect(rect(), m_theme.colour(Colour::Raised));
    const QRect inner = rect().adjusted(3 * Theme::grid, 2 * Theme::grid, -Theme::grid, -2 * Theme::grid);
    const auto line = [&](Type type, Colour colour, int top, int height, const QString &text) {
        painter.setFont(m_theme.font(type));
        painter.setPen(m_theme.colour(colour));
        const QRect place(inner.left(), inner.top() + top, inner.width(), height);
        drawDigits(painter, place, Qt::AlignLeft, painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    line(Type::Small, isChecked() ? Colour::Text : Colour::Dim, 0, 4 * Theme::grid, m_caption);
    line(Type::Clock, m_colour, 5 * Theme::grid, 5 * Theme::grid, m_value);
    line(Type::Small, Colour::Faint, 10 * Theme::grid, 4 * Theme::grid, m_detail);
    if (isChecked())
        painter.fillRect(QRect(0, height() - 2, width(), 2), m_theme.colour(Colour::Accent));
    if (hasFocus()) {
        painter.setPen(m_theme.colour(Colour::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace qd::ui
