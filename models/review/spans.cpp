#include "models/review/spans.h"

#include "models/review/wording.h"

namespace qd::review {
namespace {

// The plan's roles, then any other that somebody held under an earlier plan.
QStringList rolesOf(const Incident &incident)
{
    QStringList ids;
    for (const Rulebook::Named &role : incident.rules.roles)
        ids << role.id;
    for (const RoleSpan &span : incident.roles) {
        if (!ids.contains(span.role))
            ids << span.role;
    }
    return ids;
}

std::optional<Duration> durationOf(const plan::MaybeTarget &target)
{
    const Duration *duration = target ? std::get_if<Duration>(&*target) : nullptr;
    return duration ? std::optional(*duration) : std::nullopt;
}

} // namespace

std::vector<Tenure> tenures(const Incident &incident)
{
    std::vector<Tenure> all;
    for (const QString &role : rolesOf(incident)) {
        const size_t first = all.size();
        for (const RoleSpan &span : incident.roles) {
            if (span.role != role)
                continue;
            if (all.size() > first && !all.back().to)
                all.back().to = span.from;
            if (!span.holder.isEmpty() || all.size() > first)
                all.push_back({role, span.holder, span.from, std::nullopt, span.handedOver, span.brief, span.event});
        }
    }
    return all;
}

Duration vacantTime(const Incident &incident, const QString &role, Instant now)
{
    if (!incident.milestones.declared)
        return {};
    const Instant from = *incident.milestones.declared;
    const Instant to = workEnd(incident, now);
    Duration held{};
    for (const Tenure &tenure : tenures(incident)) {
        if (tenure.role != role || tenure.holder.isEmpty())
            continue;
        held += std::max(Duration{}, std::min(tenure.to.value_or(to), to) - std::max(tenure.from, from));
    }
    return std::max(Duration{}, to - from - held);
}

std::vector<Silence> silences(const Incident &incident, Instant now)
{
    const std::optional<Instant> start = workStart(incident);
    const Instant end = workEnd(incident, now);
    if (!start || end <= *start)
        return {};
    std::vector<Silence> all;
    Silence silence{*start, *start, {}, {}};
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.undone || entry.at < *start || entry.at > end)
            continue;
        silence.to = entry.at;
        silence.before = entry.id;
        if (silence.length() > Duration{})
            all.push_back(silence);
        silence = {entry.at, entry.at, entry.id, {}};
    }
    silence.to = end;
    if (silence.length() > Duration{})
        all.push_back(silence);
    return all;
}

QString severityAt(const Incident &incident, Instant at)
{
    QString severity;
    for (const SeveritySpan &span : incident.severities) {
        if (severity.isEmpty() || span.from <= at)
            severity = span.severity;
    }
    return severity;
}

std::optional<Duration> cadenceAt(const plan::Plan &plan, const QString &severity)
{
    std::optional<Duration> shortest;
    for (const plan::Audience &audience : plan.audiences) {
        const plan::Cadence *cadence = plan::findCadence(audience, severity);
        const std::optional<Duration> every = cadence ? durationOf(cadence->every) : std::nullopt;
        if (!every || *every <= Duration{})
            continue;
        if (audience.id == QLatin1String("responders"))
            return every;
        shortest = shortest ? std::min(*shortest, *every) : every;
    }
    return shortest;
}

} // namespace qd::review
