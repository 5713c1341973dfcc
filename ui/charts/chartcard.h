#pragma once
// A chart with its title, what its colours mean, and what the bar under the pointer or the keyboard says.

#include "ui/charts/barchart.h"

namespace qd::ui {

class Legend;
class ToneLabel;

class ChartCard : public QWidget
{
    Q_OBJECT

public:
    ChartCard(const Theme &theme, QWidget *parent);
    void setData(const ChartData &shown);
    [[nodiscard]] BarChart &chart() { return *m_chart; }

signals:
    void chosen(const QString &what, const std::vector<int> &in); // "Incidents by month, November 2026, P0: 3 incidents"

protected:
    void paintEvent(QPaintEvent *event) override; // the hairline above

private:
    void read(BarPlace place);

    const Theme &m_theme;
    ToneLabel *m_title;
    ToneLabel *m_readout;
    Legend *m_legend;
    ToneLabel *m_nothing;
    BarChart *m_chart;
};

} // namespace qd::ui
