#pragma once
// What a chart shows, as values: bars over categories, each with what it says and the incidents that it leads to.

#include "ui/theme/theme.h"

#include <QStringList>

#include <vector>

namespace qd::ui {

struct ChartBar
{
    double value = 0;
    QString said; // "3 incidents", "1 h 12 min, of 5 incidents"
    std::vector<int> in;
    bool operator==(const ChartBar &) const = default;
};

struct ChartSeries
{
    QString name;
    Colour colour = Colour::Accent;
    bool hatched = false;       // so that the colour is not its only sign
    std::vector<ChartBar> bars; // one a category
    bool operator==(const ChartSeries &) const = default;
};

struct ChartData
{
    enum class Unit { Count, Duration }; // a duration is in seconds

    QString title;
    QStringList categories; // on the axis, short
    QStringList names;      // the same in full, as they are spoken; empty: the categories
    std::vector<ChartSeries> series;
    Unit unit = Unit::Count;
    bool stacked = true; // else the bars of a category stand side by side
    bool operator==(const ChartData &) const = default;

    [[nodiscard]] bool isEmpty() const;   // no bar has a value
    [[nodiscard]] double highest() const; // of the bars, or of their stacks
    [[nodiscard]] QString nameOf(int category) const { return names.value(category, categories.value(category)); }
};

struct ChartScale // of an axis from 0, with round numbers
{
    double top = 1;
    int steps = 1;
    double factor = 1; // from the data's unit to the one that is shown
    QString format;    // of a label, "%.0f h"
};

[[nodiscard]] ChartScale scaleFor(double highest, ChartData::Unit unit);

} // namespace qd::ui
