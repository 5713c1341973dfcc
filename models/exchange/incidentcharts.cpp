#include "models/exchange/incidentcharts.h"

#include "models/review/wording.h"

namespace qd::exchange {

std::vector<Chart> incidentCharts(const plan::Plan &plan, const Incident &incident, Instant now)
{
    if (!review::workStart(incident))
        return {};
    std::vector<Chart> charts{timelineChart(plan, incident, now)};
    for (Chart &chart : clockCharts(plan, incident, now))
        charts.push_back(std::move(chart));
    return charts;
}

} // namespace qd::exchange
