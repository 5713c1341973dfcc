#include "models/clocks/course.h"

namespace qd::clocks {
namespace {

bool isOver(const QString &status)
{
    return status == QLatin1String("resolved") || status == QLatin1String("closed");
}

// Statuses stand by when they happened; the first is the declaration's.
std::vector<Stretch> openStretches(const Course &course)
{
    std::vector<Stretch> open{{course.detected, std::nullopt, {}}};
    for (const StatusSpan &span : course.incident.statuses) {
        Stretch &last = open.back();
        if (isOver(span.status) && !last.to) {
            last.to = std::max(span.from, last.from);
            last.endedBy = span.event;
        } else if (!isOver(span.status) && last.to) {
            open.push_back({std::max(span.from, *last.to), std::nullopt, {}});
        }
    }
    return open;
}

} // namespace

std::optional<Course> courseOf(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const Milestones &milestones = incident.milestones;
    if (!milestones.declared)
        return std::nullopt;
    Course course{plan, incident, now};
    course.severity = incident.severity.isEmpty() ? nullptr : plan::findSeverity(plan, incident.severity);
    course.detected = milestones.detected.value_or(*milestones.declared);
    course.origin = plan.origin == plan::Origin::Started ? milestones.started.value_or(course.detected) : course.detected;
    course.open = openStretches(course);
    course.resolvedAt = course.open.back().to;
    course.resolvedBy = course.open.back().endedBy;
    return course;
}

const plan::Severity *severityAtEnd(const Course &course, const Stretch &stretch)
{
    const std::vector<SeveritySpan> &spans = course.incident.severities;
    if (!stretch.to || spans.size() < 2)
        return course.severity;
    const auto after =
        std::find_if(spans.begin() + 1, spans.end(), [&stretch](const SeveritySpan &span) { return span.from >= *stretch.to; });
    const QString &severity = std::prev(after)->severity;
    return severity.isEmpty() ? nullptr : plan::findSeverity(course.plan, severity);
}

} // namespace qd::clocks
