#pragma once
// Bars over categories. The arrows go from bar to bar, and what the bar says is said; Enter or a click chooses it.

#include "ui/charts/chartdata.h"

#include <QtCharts/QChartView>

class QBarCategoryAxis;
class QBarSet;

namespace qd::ui {

struct BarPlace
{
    int category = -1;
    int series = -1;
    bool operator==(const BarPlace &) const = default;
    [[nodiscard]] bool isValid() const { return category >= 0 && series >= 0; }
};

class BarChart : public QChartView
{
    Q_OBJECT

public:
    BarChart(const Theme &theme, QWidget *parent);
    void setData(const ChartData &shown); // the place stays where it still is one
    [[nodiscard]] const ChartData &data() const { return m_data; }
    [[nodiscard]] BarPlace current() const { return m_current; }
    void setCurrent(BarPlace place);
    [[nodiscard]] QString spoken(BarPlace place) const; // "November 2026, P0: 3 incidents"
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void currentChanged();                  // by keys
    void pointedAt(qd::ui::BarPlace place); // not valid: the pointer has left
    void chosen(qd::ui::BarPlace place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override; // is for what the chart stands in
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void rebuild();
    void addSeries();
    void addAxes(QAbstractSeries *series);
    QBarSet *makeSet(int index);
    void relabel();
    void showCurrent();
    void move(int categories, int series);
    [[nodiscard]] bool isPlace(BarPlace place) const;

    const Theme &m_theme;
    ChartData m_data;
    BarPlace m_current;
    QBarCategoryAxis *m_axis = nullptr;
    std::vector<QBarSet *> m_sets;
};

} // namespace qd::ui
