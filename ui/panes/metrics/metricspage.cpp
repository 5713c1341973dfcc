#include "ui/panes/metrics/metricspage.h"

namespace qd::ui {
namespace {

MetricsChoices choicesOf(const review::MeasuredCases &cases)
{
    MetricsChoices choices;
    std::map<QString, QString> plans;
    std::map<std::pair<int, QString>, bool> severities;
    std::map<QString, QString> services, types; // once, whatever the case
    for (const auto &one : cases) {
        plans[one->plan] = one->planName;
        if (!one->severity.isEmpty())
            severities[{one->rank, one->severity}] = true;
        for (const QString &service : one->services)
            services.try_emplace(service.toLower(), service);
        if (!one->type.isEmpty())
            types.try_emplace(one->type.toLower(), one->type);
    }
    for (const auto &[id, name] : plans)
        choices.plans.emplace_back(id, name);
    for (const auto &[place, known] : severities) {
        if (!choices.severities.contains(place.second))
            choices.severities << place.second;
    }
    for (const auto &[lower, service] : services)
        choices.services << service;
    for (const auto &[lower, type] : types)
        choices.types << type;
    return choices;
}

} // namespace

MetricsPage pageOf(const review::MeasuredCases &cases, const review::MetricsQuery &query, Instant now)
{
    const auto by = [&](review::GroupBy group) {
        review::MetricsQuery asked = query;
        asked.by = group;
        return review::metrics(cases, asked, now);
    };
    return {by(review::GroupBy::Month), by(review::GroupBy::Severity), by(review::GroupBy::Plan), choicesOf(cases),
            static_cast<int>(cases.size())};
}

} // namespace qd::ui
