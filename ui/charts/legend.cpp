#include "ui/charts/legend.h"

#include <QPainter>

namespace qd::ui {
namespace {

constexpr int patch = 2 * Theme::grid;
constexpr int between = 3 * Theme::grid;

} // namespace

Legend::Legend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Legend::setSeries(const std::vector<ChartSeries> &series)
{
    m_series = series;
    QStringList names;
    for (const ChartSeries &one : series)
        names << one.name;
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(series.size() > 1);
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Type::Small));
    int width = 0;
    for (const ChartSeries &one : m_series)
        width += patch + Theme::grid + metrics.horizontalAdvance(one.name) + between;
    return {width, metrics.height() + Theme::grid};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(Type::Small));
    const QFontMetrics metrics(painter.font());
    int x = 0;
    for (const ChartSeries &one : m_series) {
        const QRect box(x, (height() - patch) / 2, patch, patch);
        const QColor colour = m_theme.colour(one.colour);
        painter.setPen(one.hatched ? QPen(colour, 1) : QPen(Qt::NoPen));
        painter.setBrush(QBrush(colour, one.hatched ? Qt::BDiagPattern : Qt::SolidPattern));
        painter.drawRect(one.hatched ? box.adjusted(0, 0, -1, -1) : box);
        x += patch + Theme::grid;
        painter.setPen(m_theme.colour(Colour::Dim));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, one.name);
        x += metrics.horizontalAdvance(one.name) + between;
    }
}

} // namespace qd::ui
