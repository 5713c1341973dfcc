#include "ui/charts/chartdata.h"

#include <QCoreApplication>

#include <cmath>

namespace qd::ui {

bool ChartData::isEmpty() const
{
    return highest() <= 0;
}

double ChartData::highest() const
{
    double highest = 0;
    for (qsizetype category = 0; category < categories.size(); ++category) {
        double sum = 0;
        for (const ChartSeries &one : series) {
            const double value = one.bars[static_cast<size_t>(category)].value;
            sum = stacked ? sum + value : std::max(sum, value);
        }
        highest = std::max(highest, sum);
    }
    return highest;
}

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

struct Unit
{
    double seconds;
    QString format;
};

Unit unitFor(double seconds)
{
    //: Labels of an axis; %.0f stands for the number and must stay
    if (seconds <= 90)
        return {1, Words::tr("%.0f s")};
    if (seconds <= 2 * 3600)
        return {60, Words::tr("%.0f min")};
    if (seconds <= 3 * 86400)
        return {3600, Words::tr("%.0f h")};
    return {86400, Words::tr("%.0f d")};
}

} // namespace

ChartScale scaleFor(double highest, ChartData::Unit unit)
{
    const Unit shown = unit == ChartData::Unit::Duration ? unitFor(highest) : Unit{1, QStringLiteral("%.0f")};
    const double reach = std::max(highest / shown.seconds, 1.0);
    double step = 1;
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) { // of the power of ten below a quarter of the reach
        step = std::max(1.0, std::pow(10, std::floor(std::log10(reach / 4))) * factor);
        if (step * 4 >= reach)
            break;
    }
    const int steps = std::max(1, static_cast<int>(std::ceil(reach / step - 1e-9)));
    return {steps * step, steps, 1 / shown.seconds, shown.format};
}

} // namespace qd::ui
