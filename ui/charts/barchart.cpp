#include "ui/charts/barchart.h"

#include <QAccessible>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

namespace qd::ui {
namespace {

QString inTwoLines(const QString &words, const QFontMetrics &metrics, int room) // as HTML: an axis reads its labels so
{
    const QString cut = metrics.elidedText(words, Qt::ElideRight, room);
    const qsizetype space = cut == words ? -1 : words.lastIndexOf(QLatin1Char(' '), std::max<qsizetype>(0, cut.size() - 1));
    if (space <= 0)
        return cut.toHtmlEscaped();
    const QString second = metrics.elidedText(words.mid(space + 1), Qt::ElideRight, room);
    return words.left(space).toHtmlEscaped() + QStringLiteral("<br/>") + second.toHtmlEscaped();
}

} // namespace

BarChart::BarChart(const Theme &theme, QWidget *parent) : QChartView(parent), m_theme(theme)
{
    setRenderHint(QPainter::Antialiasing);
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex); // with one, an axis that was laid out while hidden is not painted
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setFocusPolicy(Qt::NoFocus); // the chart itself has the focus
    viewport()->setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    connect(&theme, &Theme::changed, this, &BarChart::rebuild);
}

void BarChart::setData(const ChartData &shown)
{
    if (m_data == shown && m_axis)
        return;
    m_data = shown;
    if (!isPlace(m_current))
        m_current = {};
    rebuild();
}

void BarChart::rebuild()
{
    m_sets.clear();
    m_axis = nullptr;
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    if (!m_data.categories.isEmpty() && !m_data.series.empty())
        addSeries();
    showCurrent();
}

QBarSet *BarChart::makeSet(int index)
{
    const ChartSeries &shown = m_data.series[static_cast<size_t>(index)];
    auto *set = new QBarSet(shown.name);
    const double factor = scaleFor(m_data.highest(), m_data.unit).factor;
    for (const ChartBar &bar : shown.bars)
        set->append(bar.value * factor);
    const QColor colour = m_theme.colour(shown.colour);
    set->setBrush(QBrush(colour, shown.hatched ? Qt::BDiagPattern : Qt::SolidPattern));
    if (shown.hatched)
        set->setPen(QPen(colour, 1));
    else if (m_data.stacked) // a gap: two dark colours upon each other are two
        set->setPen(QPen(m_theme.colour(Colour::Panel), 1));
    else
        set->setPen(Qt::NoPen);
    set->setSelectedColor(m_theme.colour(Colour::Text));
    connect(set, &QBarSet::hovered, this, [this, index](bool over, int category) {
        emit pointedAt(over ? BarPlace{category, index} : BarPlace{});
    });
    connect(set, &QBarSet::clicked, this, [this, index](int category) {
        setCurrent({category, index});
        emit chosen({category, index});
    });
    return set;
}

void BarChart::addSeries()
{
    QAbstractBarSeries *series = m_data.stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
    const double widest = m_data.stacked ? 0.56 : 0.64; // a few bars are not to be walls
    series->setBarWidth(std::min(widest, widest * static_cast<double>(m_data.categories.size()) / 7));
    for (int index = 0; index < std::ssize(m_data.series); ++index) {
        m_sets.push_back(makeSet(index));
        series->append(m_sets.back());
    }
    chart()->addSeries(series);
    addAxes(series);
}

void BarChart::addAxes(QAbstractSeries *series)
{
    const ChartScale scale = scaleFor(m_data.highest(), m_data.unit);
    auto *values = new QValueAxis;
    values->setRange(0, scale.top);
    values->setTickCount(scale.steps + 1);
    values->setLabelFormat(scale.format);
    values->setLineVisible(false);
    values->setGridLinePen(QPen(m_theme.colour(Colour::Line), 1));
    m_axis = new QBarCategoryAxis;
    m_axis->setGridLineVisible(false);
    m_axis->setLinePen(QPen(m_theme.colour(Colour::Line), 1));
    m_axis->setTruncateLabels(false);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(values), static_cast<QAbstractAxis *>(m_axis)}) {
        axis->setLabelsFont(m_theme.font(Type::Small));
        axis->setLabelsColor(m_theme.colour(Colour::Faint));
        chart()->addAxis(axis, axis == values ? Qt::AlignLeft : Qt::AlignBottom);
        series->attachAxis(axis);
    }
    relabel();
}

// A few labels have two lines, cut to their room; of many (months) as many stand there as have room. The axis wants each to be another: what cannot be
// seen of it tells them apart.
void BarChart::relabel()
{
    if (!m_axis)
        return;
    const QFontMetrics metrics(m_theme.font(Type::Small));
    int widest = 0;
    for (const QString &category : m_data.categories)
        widest = std::max(widest, metrics.horizontalAdvance(category));
    const int room = std::max(1, (width() - 12 * Theme::grid) / std::max(1, static_cast<int>(m_data.categories.size())));
    const bool few = m_data.categories.size() < 10;
    const int every = few ? 1 : (widest + 2 * Theme::grid + room - 1) / room;
    QStringList labels;
    for (int i = 0; i < m_data.categories.size(); ++i) {
        const QString label = few ? inTwoLines(m_data.categories[i], metrics, room - Theme::grid) : m_data.categories[i].toHtmlEscaped();
        labels << (i % std::max(1, every) == 0 ? label : QString()) + QString(i + 1, QChar(0x200b));
    }
    if (labels != m_axis->categories())
        m_axis->setCategories(labels);
}

bool BarChart::isPlace(BarPlace place) const
{
    return place.isValid() && place.category < m_data.categories.size() && place.series < std::ssize(m_data.series);
}

QString BarChart::spoken(BarPlace place) const
{
    if (!isPlace(place))
        return m_data.isEmpty() ? tr("Nothing to show") : QString();
    const ChartSeries &series = m_data.series[static_cast<size_t>(place.series)];
    return tr("%1, %2: %3").arg(m_data.nameOf(place.category), series.name, series.bars[static_cast<size_t>(place.category)].said);
}

void BarChart::setCurrent(BarPlace place)
{
    m_current = isPlace(place) ? place : BarPlace{};
    showCurrent();
}

void BarChart::showCurrent()
{
    for (int index = 0; index < std::ssize(m_sets); ++index) {
        QBarSet *set = m_sets[static_cast<size_t>(index)];
        set->deselectAllBars();
        if (hasFocus() && m_current.series == index)
            set->selectBar(m_current.category);
    }
    setAccessibleName(m_data.title);
    setAccessibleDescription(m_current.isValid() ? spoken(m_current) : tr("Arrows go from bar to bar, Enter lists its incidents"));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void BarChart::move(int categories, int series)
{
    if (m_data.categories.isEmpty() || m_data.series.empty())
        return;
    const int lastCategory = static_cast<int>(m_data.categories.size()) - 1, lastSeries = static_cast<int>(m_data.series.size()) - 1;
    if (m_current.isValid())
        m_current = {std::clamp(m_current.category + categories, 0, lastCategory), std::clamp(m_current.series + series, 0, lastSeries)};
    else
        m_current = {categories < 0 ? 0 : lastCategory, 0}; // the latest is what one asks for
    showCurrent();
    emit currentChanged();
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int far = static_cast<int>(m_data.categories.size());
    switch (event->key()) {
    case Qt::Key_Left: move(-1, 0); break;
    case Qt::Key_Right: move(1, 0); break;
    case Qt::Key_Up: move(0, 1); break;
    case Qt::Key_Down: move(0, -1); break;
    case Qt::Key_Home: move(-far, 0); break;
    case Qt::Key_End: move(far, 0); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.isValid())
            emit chosen(m_current);
        break;
    default: event->ignore(); return;
    }
    event->accept();
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (!m_current.isValid() && event->reason() != Qt::MouseFocusReason)
        move(0, 0);
    showCurrent();
    emit currentChanged();
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    showCurrent();
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    relabel();
}

void BarChart::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

// Around the column that the keyboard is on: a bar of no height can be seen to be the one.
void BarChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (!hasFocus() || !m_current.isValid() || !m_axis)
        return;
    const QRectF plot = chart()->plotArea();
    const qreal column = plot.width() / static_cast<qreal>(m_data.categories.size());
    const QRectF frame(plot.left() + column * m_current.category, plot.top(), column, plot.height());
    painter->setPen(QPen(m_theme.colour(Colour::Accent), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame.adjusted(1.5, 0.5, -1.5, -0.5), 3, 3);
}

QSize BarChart::sizeHint() const
{
    return {80 * Theme::grid, 40 * Theme::grid};
}

} // namespace qd::ui
