#include "ui/charts/chartcard.h"

#include "ui/charts/legend.h"
#include "ui/widgets/tonelabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace qd::ui {

ChartCard::ChartCard(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new ToneLabel(theme, Colour::Text, Type::Strong, this)),
      m_readout(new ToneLabel(theme, Colour::Dim, Type::Small, this)),
      m_legend(new Legend(theme, this)),
      m_nothing(new ToneLabel(theme, Colour::Faint, Type::Body, this)),
      m_chart(new BarChart(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    column->setSpacing(Theme::grid);
    auto *first = new QHBoxLayout;
    first->setSpacing(4 * Theme::grid);
    first->addWidget(m_title);
    first->addWidget(m_readout, 1);
    column->addLayout(first);
    column->addWidget(m_legend);
    column->addWidget(m_chart, 1);
    column->addWidget(m_nothing, 1);
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_readout->setMinimumWidth(1);
    m_title->setWordWrap(false);
    m_readout->setWordWrap(false);
    m_nothing->setText(tr("Nothing of the kind in these days"));
    m_nothing->setAlignment(Qt::AlignCenter);
    connect(m_chart, &BarChart::currentChanged, this, [this] { read(m_chart->current()); });
    connect(m_chart, &BarChart::pointedAt, this,
            [this](BarPlace place) { read(place.isValid() || !m_chart->hasFocus() ? place : m_chart->current()); });
    connect(m_chart, &BarChart::chosen, this, [this](BarPlace place) {
        const ChartData &shown = m_chart->data();
        const ChartBar &bar = shown.series[static_cast<size_t>(place.series)].bars[static_cast<size_t>(place.category)];
        emit chosen(QStringLiteral("%1, %2").arg(shown.title, m_chart->spoken(place)), bar.in);
    });
}

void ChartCard::setData(const ChartData &shown)
{
    m_title->setText(shown.title);
    m_legend->setSeries(shown.series);
    m_chart->setData(shown);
    const bool any = !shown.isEmpty();
    m_chart->setVisible(any);
    m_nothing->setVisible(!any);
    read(m_chart->hasFocus() ? m_chart->current() : BarPlace{});
}

void ChartCard::read(BarPlace place)
{
    const QString words = place.isValid() ? m_chart->spoken(place) : QString();
    m_readout->setText(m_readout->fontMetrics().elidedText(words, Qt::ElideLeft, m_readout->width()));
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.colour(Colour::Line));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace qd::ui
