#include "models/review/measured.h"

#include "models/clocks/calendar.h"
#include "models/review/cause.h"
#include "models/review/wording.h"

namespace qd::review {

using clocks::Countdown;
using clocks::State;

std::span<const LengthKind, measureCount> lengthKinds()
{
    static constexpr LengthKind kinds[measureCount] = {
        {"to_detect", "MTTD", "to detect", "started", "detected"},
        {"to_acknowledge", "MTTA", "to acknowledge", "detected", "acknowledged"},
        {"to_identify", "MTTI", "to identify", "acknowledged", "identified"},
        {"to_mitigate", "MTTM", "to mitigate", "detected", "mitigated"},
        {"to_resolve", "MTTR", "to resolve", "detected", "resolved"},
        {"to_recover", "MTTR", "to recover", "started", "resolved"},
    };
    return kinds;
}

std::optional<Instant> milestone(const Milestones &milestones, const QString &name)
{
    using Field = std::optional<Instant> Milestones::*;
    static const QHash<QString, Field> fields{
        {QStringLiteral("started"), &Milestones::started},       {QStringLiteral("detected"), &Milestones::detected},
        {QStringLiteral("declared"), &Milestones::declared},     {QStringLiteral("acknowledged"), &Milestones::acknowledged},
        {QStringLiteral("identified"), &Milestones::identified}, {QStringLiteral("mitigated"), &Milestones::mitigated},
        {QStringLiteral("resolved"), &Milestones::resolved},     {QStringLiteral("closed"), &Milestones::closed}};
    const auto field = fields.constFind(name);
    return field == fields.cend() ? std::nullopt : milestones.*(*field);
}

namespace {

int rankOf(const Incident &incident)
{
    const auto &known = incident.rules.severities;
    const auto found =
        std::find_if(known.begin(), known.end(), [&incident](const Rulebook::Named &severity) { return severity.id == incident.severity; });
    return found == known.end() ? -1 : static_cast<int>(found - known.begin());
}

void count(Outcomes &outcomes, State state)
{
    switch (state) {
    case State::Met: ++outcomes.kept; break;
    case State::Missed: ++outcomes.missed; break;
    case State::Waived: ++outcomes.waived; break;
    case State::Running:
    case State::Paused: ++outcomes.open; break;
    }
}

void measureClocks(Measured &measured, const plan::Plan &plan, const Incident &incident, Instant now)
{
    const std::vector<Countdown> all = clocks::clocks(plan, incident, now);
    measured.goodUntil = clocks::nextChange(all, now);
    for (const Countdown &clock : all) {
        if (clock.kind == QLatin1String("update"))
            continue; // every window is counted below
        count(measured.clocks[clock.kind], clock.state);
        if (clock.kind == QLatin1String("acknowledge") || clock.kind == QLatin1String("resolve"))
            count(measured.targets, clock.state);
    }
    for (const plan::Audience &audience : plan.audiences) {
        for (const Countdown &window : clocks::updateWindows(plan, incident, audience, now))
            count(measured.clocks[QStringLiteral("update")], window.state);
    }
}

std::optional<Duration> targetAt(const plan::Metric &metric, const QString &severity)
{
    const auto found = std::find_if(metric.targets.begin(), metric.targets.end(), [&severity](const plan::MetricTarget &target) {
        return target.severity.isEmpty() || target.severity == severity;
    });
    return found == metric.targets.end() ? std::nullopt : std::optional(found->within);
}

void measureLengths(Measured &measured, const plan::Plan &plan, const Incident &incident)
{
    const Milestones &at = incident.milestones;
    for (size_t i = 0; i < measureCount; ++i) {
        const LengthKind &kind = lengthKinds()[i];
        measured.lengths[i] = between(milestone(at, QLatin1String(kind.from)), milestone(at, QLatin1String(kind.to)));
    }
    for (const plan::Metric &metric : plan.metrics) {
        if (metric.from.isEmpty() || metric.to.isEmpty())
            continue; // a count
        measured.planLengths.push_back({metric.id, metric.name, metric.from, metric.to,
                                        between(milestone(at, metric.from), milestone(at, metric.to)),
                                        targetAt(metric, incident.severity)});
    }
}

} // namespace

Measured measure(const plan::Plan &plan, const Incident &incident, Instant now)
{
    Measured measured;
    measured.id = incident.id;
    measured.ref = incident.ref;
    measured.title = incident.displayTitle();
    measured.detail = incident.title;
    measured.plan = plan.id;
    measured.planName = plan.name.isEmpty() ? plan.id : plan.name;
    measured.severity = incident.severity;
    measured.rank = rankOf(incident);
    measured.type = incident.type;
    measured.services = incident.services;
    measured.status = incident.status;
    measured.drill = incident.drill;
    measured.links = incident.links;
    measured.cause = causeOf(plan, incident);
    const QTimeZone zone = clocks::zoneOf(plan);
    measured.at = workStart(incident);
    if (measured.at)
        measured.date = toDateTime(*measured.at, zone).date();
    measureLengths(measured, plan, incident);
    measureClocks(measured, plan, incident, now);
    measured.actions = countsOf(actionsOf(plan, incident, now));
    return measured;
}

} // namespace qd::review
