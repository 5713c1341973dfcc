#include "ui/mainwindow/bigvalue.h"

#include "ui/widgets/digits.h"

#include <QPainter>

namespace qd::ui {

BigValue::BigValue(const Theme &theme, const QString &name, int width, int leastWidth, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(name),
      m_width(width)
{
    setMinimumWidth(leastWidth);
    setFixedHeight(64);
    setAccessibleName(name);
}

void BigValue::setValue(const QString &caption, const QString &value, Colour colour)
{
    if (m_caption == caption && m_value == value && m_colour == colour)
        return;
    m_caption = caption;
    m_value = value;
    m_colour = colour;
    setAccessibleName(m_name + QLatin1Char(' ') + value);
    setAccessibleDescription(caption);
    update();
}

void BigValue::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(Type::Label));
    painter.setPen(m_theme.colour(Colour::Dim));
    painter.drawText(QRect(0, 3, width(), 18), Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, width()));
    QFont font = m_theme.font(Type::Big);
    while (digitsWidth(font, m_value) > width() && font.pixelSize() > m_theme.font(Type::Title).pixelSize())
        font.setPixelSize(font.pixelSize() - 2);
    painter.setFont(font);
    painter.setPen(m_theme.colour(m_colour));
    drawDigits(painter, QRect(0, 22, width(), 40), Qt::AlignRight, m_value);
}

} // namespace qd::ui
