#include "ui/mainwindow/bigvalue.h"

#include "ui/widgets/digits.h"

#include <QAccessibleWidget>
#include <QPainter>

namespace qd::ui {
namespace {

class AccessibleValue : public QAccessibleWidget
{
public:
    explicit AccessibleValue(BigValue *value) : QAccessibleWidget(value, QAccessible::StaticText) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto *value = static_cast<const BigValue *>(object());
        if (kind == QAccessible::Name)
            return value->spokenName();
        return kind == QAccessible::Description ? value->caption() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *value = qobject_cast<BigValue *>(object);
    return value ? new AccessibleValue(value) : nullptr;
}

} // namespace

BigValue::BigValue(const Theme &theme, const QString &name, int width, int leastWidth, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_name(name),
      m_width(width)
{
    setMinimumWidth(leastWidth);
    setFixedHeight(64);
    static const bool known = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(known)
    setAccessibleName(name);
}

QString BigValue::spokenName() const
{
    return m_value.isEmpty() ? m_name : m_name + QLatin1Char(' ') + m_value;
}

void BigValue::setValue(const QString &caption, const QString &value, Colour colour)
{
    if (m_caption == caption && m_value == value && m_colour == colour)
        return;
    m_caption = caption;
    m_value = value;
    const bool isNews = std::exchange(m_colour, colour) != colour;
    update();
    if (!isNews || colour == Colour::Text || colour == Colour::Faint)
        return;
    for (const QAccessible::Event what : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(this, what);
        QAccessible::updateAccessibility(&event);
    }
    emit announced();
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
