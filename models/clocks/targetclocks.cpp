// Acknowledge and resolve: the targets of the severity, from one origin.
#include <QStringBuilder>

#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

// The newest event that set the acknowledgement: a correction by hand stands over the first acknowledgement.
EventId acknowledgedBy(const Incident &incident)
{
    const auto corrected = incident.setBy.constFind(QStringLiteral("acknowledged_at"));
    if (corrected != incident.setBy.cend())
        return *corrected;
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.kind == QLatin1String("acknowledged") && entry.at == *incident.milestones.acknowledged && !entry.undone)
            return entry.id;
    }
    return {};
}

// Who resolved an incident had acknowledged it by then.
Ending acknowledgement(const Course &course)
{
    if (course.incident.milestones.acknowledged)
        return {course.incident.milestones.acknowledged, acknowledgedBy(course.incident)};
    return {course.resolvedAt, course.resolvedBy};
}

void add(const Course &course, std::vector<Countdown> &all, const QString &id, const QString &label, const plan::MaybeTarget &target,
         const Ending &ending)
{
    if (!target)
        return;
    Countdown &clock = all.emplace_back();
    clock.id = clock.kind = id;
    clock.label = label;
    clock.detail = QLatin1String("within ") % targetText(*target);
    clock.startedAt = course.origin;
    const Terms terms = termsOf(course, clock, *target);
    settle(course, clock, terms, ending);
}

} // namespace

void addTargetClocks(const Course &course, std::vector<Countdown> &all)
{
    if (!course.severity)
        return;
    add(course, all, QStringLiteral("acknowledge"), QStringLiteral("Acknowledge"), course.severity->respondWithin, acknowledgement(course));
    add(course, all, QStringLiteral("resolve"), QStringLiteral("Resolve"), course.severity->resolveWithin,
        {course.resolvedAt, course.resolvedBy});
}

std::optional<Instant> resolveDueAsOf(const Course &course, Instant then)
{
    Course earlier = course;
    earlier.now = then;
    earlier.resolvedAt.reset();
    std::vector<Countdown> all;
    addTargetClocks(earlier, all);
    return !all.empty() && all.back().kind == QLatin1String("resolve") ? all.back().dueAt : std::nullopt;
}

} // namespace qd::clocks
