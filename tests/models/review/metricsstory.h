#pragma once
// Incidents with the times that a story of the metrics needs.

#include "models/review/metrics.h"
#include "tests/models/review/reviewstory.h"

namespace qd::test {

inline const Instant evening = at("20:00");

// Detected at 14:00, resolved so many minutes later; started at 13:55 unless a story says otherwise.
inline review::Case resolvedAfter(int minutes, const char *severity = "P0", std::chrono::days later = {})
{
    static const auto plan = std::make_shared<const plan::Plan>(reviewPlan());
    static int number = 0;
    Incident incident;
    incident.id = IncidentId::fromString(QStringLiteral("01890000-0000-7000-8000-%1").arg(++number, 12, 16, QLatin1Char('0')));
    incident.ref = QStringLiteral("INC-%1").arg(number);
    incident.rules = Rulebook::fromPlan(plan::toJson(*plan));
    incident.severity = QLatin1String(severity);
    incident.status = QStringLiteral("resolved");
    incident.milestones.started = at("13:55") + later;
    incident.milestones.declared = incident.milestones.detected = at("14:00") + later;
    incident.milestones.resolved = at("14:00") + later + std::chrono::minutes(minutes);
    incident.severities = {{incident.severity, at("14:00") + later, {}, {}, {}, 0}};
    incident.statuses = {{QStringLiteral("investigating"), at("14:00") + later, {}, {}, {}, 0},
                         {QStringLiteral("resolved"), *incident.milestones.resolved, {}, {}, {}, 0}};
    return {plan, incident};
}

inline QStringList refs(const review::Metrics &metrics, const review::Count &count)
{
    QStringList all;
    for (const int place : count.in)
        all << metrics.incident(place).ref;
    return all;
}

} // namespace qd::test
