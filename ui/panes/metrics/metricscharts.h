#pragma once
// The numbers as charts.

#include "ui/charts/chartdata.h"
#include "ui/panes/metrics/metricspage.h"

namespace qd::ui {

// In the order in which they stand. `measure` is the length that the first two are about.
[[nodiscard]] std::vector<ChartData> metricsCharts(const MetricsPage &page, review::Measure measure);

[[nodiscard]] QString incidentCount(int number);             // "1 incident", "3 incidents"
[[nodiscard]] QString measureName(review::Measure measure);  // "MTTR to resolve"
[[nodiscard]] QString measureWords(review::Measure measure); // "from the detection to the resolution"

} // namespace qd::ui
