#pragma once
// The numbers and the charts, as they stand below the filter and as they are exported.

#include "ui/charts/chartcard.h"
#include "ui/panes/metrics/metricspage.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace qd::ui {

class MetricTile;
class ToneLabel;

class MetricsSheet : public QWidget
{
    Q_OBJECT

public:
    MetricsSheet(const Theme &theme, QWidget *parent);
    void setPage(const std::shared_ptr<const MetricsPage> &page);
    [[nodiscard]] review::Measure measure() const { return m_measure; }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

signals:
    void chosen(const QString &what, const std::vector<int> &in); // the incidents behind a number

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTiles();
    void showTiles();
    void showNotes();
    void showCharts();
    void choose(review::Measure measure);
    void place(int chartColumns, int tileColumns);

    const Theme &m_theme;
    std::shared_ptr<const MetricsPage> m_page;
    review::Measure m_measure = review::Measure::Resolve;
    std::vector<MetricTile *> m_lengths;
    MetricTile *m_targets, *m_actions;
    QPushButton *m_gaps; // what is not known, or impossible
    ToneLabel *m_meaning;
    std::vector<ChartCard *> m_charts;
    QGridLayout *m_tileGrid, *m_chartGrid;
    int m_chartColumns = 0, m_tileColumns = 0;
};

} // namespace qd::ui
