#pragma once
// A plan that uses every kind of clock, in a zone with summer time.

#include "tests/models/clocks/clockstory.h"

namespace qd::clocks::test {

inline plan::EscalationStep escalationStep(const char *id, QStringList severities, std::optional<Duration> after)
{
    plan::EscalationStep step;
    step.id = QLatin1String(id);
    step.who = QLatin1String(id);
    step.severities = std::move(severities);
    step.after = after;
    return step;
}

inline plan::Plan fullPlan()
{
    plan::Plan plan = targetsOnly();
    plan.zone = "Europe/Berlin";
    plan.stabilityWatch = Duration(30min);
    plan.calendar.holidays = {QDate(2026, 1, 1), QDate(2026, 4, 3), QDate(2026, 4, 6), QDate(2026, 5, 1), QDate(2026, 12, 25)};
    plan.severities[0].postmortemWithin = Duration(48h);
    plan.severities[0].postmortemDocumentWithin = plan::WorkingTime{5, 0};
    plan.severities[1].postmortemWithin = plan::WorkingTime{3, 0};
    plan.severities[2].postmortemRequired = plan::Need::No;

    plan::Audience responders;
    responders.id = QStringLiteral("responders");
    responders.cadences = {{QStringLiteral("P0"), Duration(10min), Duration(15min)},
                           {QStringLiteral("P1"), {}, Duration(30min)},
                           {QStringLiteral("P2"), {}, plan::WorkingTime{0, 4}},
                           {QStringLiteral("P3"), {}, QStringLiteral("as needed")}};
    plan::Audience executives;
    executives.id = QStringLiteral("executives");
    executives.cadences = {{QStringLiteral("P0"), Duration(30min), Duration(1h)}, {QStringLiteral("P1"), Duration(1h), {}}};
    plan.audiences = {responders, executives};

    plan::Role commander;
    commander.id = QStringLiteral("ic");
    commander.requiredAt = {QStringLiteral("P0"), QStringLiteral("P1")};
    plan::Role comms;
    comms.id = QStringLiteral("comms");
    comms.requiredAt = {QStringLiteral("P0")};
    plan.roles = {commander, comms};

    plan::EscalationStep late = escalationStep("vp", {QStringLiteral("P0"), QStringLiteral("P1")}, {});
    late.afterResolveTarget = true;
    plan::EscalationStep security = escalationStep("legal", {}, {});
    security.types = {QStringLiteral("security")};
    plan.escalation = {escalationStep("lead", {QStringLiteral("P0")}, Duration{}),
                       escalationStep("cto", {QStringLiteral("P0")}, Duration(30min)),
                       escalationStep("manager", {QStringLiteral("P1")}, Duration(1h)), late, security};
    plan.types = {QStringLiteral("outage"), QStringLiteral("security")};
    return plan;
}

} // namespace qd::clocks::test
