#pragma once
// What the dock shows at a time: the numbers of `metrics --json`, grouped in the ways that its charts need.

#include "models/review/metrics.h"

namespace qd::ui {

struct MetricsChoices // what there is to choose from, in the whole record
{
    std::vector<std::pair<QString, QString>> plans; // id, name
    QStringList severities, services, types;        // severities by rank
    bool operator==(const MetricsChoices &) const = default;
};

struct MetricsPage
{
    review::Metrics months, severities, plans; // of the same question: their incidents stand at the same places
    MetricsChoices choices;
    int recorded = 0; // incidents in the whole record

    [[nodiscard]] const review::Summary &all() const { return months.all; }
    [[nodiscard]] const review::Measured &incident(int place) const { return months.incident(place); }
};

[[nodiscard]] MetricsPage pageOf(const review::MeasuredCases &cases, const review::MetricsQuery &query, Instant now);

} // namespace qd::ui
