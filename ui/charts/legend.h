#pragma once
// What the colours of a chart mean: a patch and a word each.

#include "ui/charts/chartdata.h"

#include <QWidget>

namespace qd::ui {

class Legend : public QWidget
{
    Q_OBJECT

public:
    Legend(const Theme &theme, QWidget *parent);
    void setSeries(const std::vector<ChartSeries> &series); // one alone needs no legend
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<ChartSeries> m_series;
};

} // namespace qd::ui
