#include "ui/panes/metrics/metricssheet.h"

#include "models/core/durationtext.h"
#include "ui/panes/metrics/metricscharts.h"
#include "ui/panes/metrics/metrictile.h"
#include "ui/widgets/tonelabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {

using review::Measure;

namespace {

constexpr int chartHeight = 58 * Theme::grid;
constexpr int chartWidth = 90 * Theme::grid; // at least, where there is room for two

QString rounded(Duration length) // nobody needs the seconds of half an hour
{
    return spokenDuration(length < std::chrono::minutes(10) ? length : Duration(std::chrono::round<std::chrono::minutes>(length)));
}

QString percent(const std::optional<double> &share)
{
    return share ? QStringLiteral("%1 %").arg(qRound(*share * 100)) : QString();
}

review::Members joined(const std::vector<const review::Count *> &counts)
{
    review::Members all;
    for (const review::Count *count : counts)
        all.insert(all.end(), count->in.begin(), count->in.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

MetricsSheet::MetricsSheet(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_gaps(new QPushButton(this)),
      m_meaning(new ToneLabel(theme, Colour::Faint, Type::Small, this)),
      m_tileGrid(new QGridLayout),
      m_chartGrid(new QGridLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tileGrid->setSpacing(0);
    m_chartGrid->setSpacing(0);
    makeTiles();
    column->addLayout(m_tileGrid);
    auto *notes = new QVBoxLayout;
    constexpr int frame = 1; // of the flat button: its words stand in line with what is above and below
    notes->setContentsMargins(3 * Theme::grid - frame, Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    notes->setSpacing(Theme::grid);
    m_gaps->setProperty("flat", true);
    m_gaps->setStyleSheet(QStringLiteral("text-align: left; padding-left: 0;"));
    m_meaning->setContentsMargins(frame, 0, 0, 0);
    notes->addWidget(m_gaps, 0, Qt::AlignLeft);
    notes->addWidget(m_meaning);
    column->addLayout(notes);
    column->addLayout(m_chartGrid);
    column->addStretch(1);
}

void MetricsSheet::makeTiles()
{
    for (size_t i = 0; i < review::measureCount; ++i) {
        const auto measure = static_cast<Measure>(i);
        auto *tile = new MetricTile(m_theme, measureName(measure), this);
        tile->setCheckable(true);
        tile->setAutoExclusive(true);
        tile->setChecked(measure == m_measure);
        connect(tile, &QAbstractButton::clicked, this, [this, measure] { choose(measure); });
        m_lengths.push_back(tile);
    }
    m_targets = new MetricTile(m_theme, tr("Targets kept"), this);
    m_actions = new MetricTile(m_theme, tr("Action items in time"), this);
    connect(m_targets, &QAbstractButton::clicked, this, [this] {
        if (m_page)
            emit chosen(tr("Targets missed"), m_page->all().targets.missed.in);
    });
    connect(m_actions, &QAbstractButton::clicked, this, [this] {
        if (m_page)
            emit chosen(tr("Action items late or overdue"), joined({&m_page->all().actions.late, &m_page->all().actions.overdue}));
    });
    connect(m_gaps, &QPushButton::clicked, this, [this] {
        const review::Spread &spread = m_page->all().length(m_measure);
        emit chosen(tr("%1, not known or impossible").arg(measureName(m_measure)), joined({&spread.unknown, &spread.impossible}));
    });
}

void MetricsSheet::setPage(const std::shared_ptr<const MetricsPage> &page)
{
    m_page = page;
    showTiles();
    showNotes();
    showCharts();
}

void MetricsSheet::choose(Measure measure)
{
    m_measure = measure;
    if (!m_page)
        return;
    showNotes();
    showCharts();
}

void MetricsSheet::showTiles()
{
    const review::Summary &all = m_page->all();
    for (size_t i = 0; i < review::measureCount; ++i) {
        const review::Spread &spread = all.lengths[i];
        m_lengths[i]->setNumber(spread.median ? rounded(*spread.median) : QString(),
                                spread.p90 ? tr("90 % within %1").arg(rounded(*spread.p90)) : tr("of no incident"));
    }
    const review::Tally &targets = all.targets;
    m_targets->setNumber(percent(review::keptShare(targets)), tr("%1 kept, %2 missed").arg(targets.kept.number).arg(targets.missed.number));
    const review::ActionTally &actions = all.actions;
    m_actions->setNumber(percent(review::inTimeShare(actions)),
                         tr("%1 late, %2 overdue").arg(actions.late.number).arg(actions.overdue.number));
}

void MetricsSheet::showNotes()
{
    const review::Spread &spread = m_page->all().length(m_measure);
    QStringList gaps;
    if (spread.unknown.number > 0)
        gaps << tr("%1 without the times that are needed").arg(incidentCount(spread.unknown.number));
    if (spread.impossible.number > 0)
        gaps << tr("%n with impossible times", nullptr, spread.impossible.number);
    m_gaps->setVisible(!gaps.isEmpty());
    m_gaps->setText(gaps.isEmpty() ? QString() : tr("%1: %2").arg(measureName(m_measure), gaps.join(QStringLiteral(", "))));
    m_gaps->setAccessibleName(m_gaps->text());
    m_gaps->setAccessibleDescription(tr("They are counted apart, and never guessed; Enter lists them"));
    QStringList meaning{tr("%1: %2. The large figure is the median.").arg(measureName(m_measure), measureWords(m_measure))};
    const review::LeftOut &leftOut = m_page->months.leftOut;
    if (leftOut.drills > 0)
        meaning << tr("Drills left out: %1.").arg(leftOut.drills);
    if (leftOut.merged > 0)
        meaning << tr("Merged or duplicate, counted with another: %1.").arg(leftOut.merged);
    meaning
        << tr("Days and months are those of the plan's zone. A repeat is linked to an earlier incident, has the same written root cause, "
              "or the same type and a service in common within %1 days.")
               .arg(review::repeatsWithin.count());
    m_meaning->setText(meaning.join(QLatin1Char(' ')));
}

void MetricsSheet::showCharts()
{
    const std::vector<ChartData> charts = metricsCharts(*m_page, m_measure);
    while (m_charts.size() < charts.size()) {
        auto *card = new ChartCard(m_theme, this);
        card->setFixedHeight(chartHeight);
        connect(card, &ChartCard::chosen, this, &MetricsSheet::chosen);
        m_charts.push_back(card);
        m_chartColumns = 0;
    }
    for (size_t i = 0; i < charts.size(); ++i)
        m_charts[i]->setData(charts[i]);
    if (m_chartColumns == 0)
        place(std::clamp(width() / chartWidth, 1, 3), m_tileColumns);
}

void MetricsSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int tiles = width() / m_targets->sizeHint().width();
    place(std::clamp(width() / chartWidth, 1, 3), tiles >= 8 ? 8 : tiles >= 3 ? 4 : 2);
}

void MetricsSheet::place(int chartColumns, int tileColumns)
{
    if (std::exchange(m_chartColumns, chartColumns) != chartColumns) {
        for (int i = 0; i < 3; ++i)
            m_chartGrid->setColumnStretch(i, i < chartColumns ? 1 : 0);
        for (int i = 0; i < std::ssize(m_charts); ++i) {
            m_chartGrid->addWidget(m_charts[static_cast<size_t>(i)], i / chartColumns, i % chartColumns);
            m_charts[static_cast<size_t>(i)]->show(); // at once: a grid would do so later, and a picture may be taken now
        }
    }
    if (tileColumns == 0 || std::exchange(m_tileColumns, tileColumns) == tileColumns)
        return;
    std::vector<MetricTile *> tiles = m_lengths;
    tiles.insert(tiles.end(), {m_targets, m_actions});
    for (int i = 0; i < std::ssize(tiles); ++i) {
        m_tileGrid->addWidget(tiles[static_cast<size_t>(i)], i / tileColumns, i % tileColumns);
        tiles[static_cast<size_t>(i)]->show();
    }
}

} // namespace qd::ui
