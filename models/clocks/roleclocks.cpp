// A required role that nobody holds: from the declaration, or from the release, until somebody takes it.
#include <QStringBuilder>

#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

struct Vacancy
{
    Stretch time;
    bool cut = false; // nobody took the role before it was needed no more
};

bool isNeededAt(const plan::Role &role, const QString &severity)
{
    return std::any_of(role.requiredAt.begin(), role.requiredAt.end(),
                       [&severity](const QString &at) { return at.compare(severity, Qt::CaseInsensitive) == 0; });
}

std::vector<Stretch> neededBySeverity(const Incident &incident, const plan::Role &role)
{
    std::vector<Stretch> needed;
    for (const SeveritySpan &span : incident.severities) {
        const bool running = !needed.empty() && !needed.back().to;
        const bool needs = isNeededAt(role, span.severity);
        if (needs && !running)
            needed.push_back({span.from, std::nullopt, {}});
        else if (!needs && running)
            needed.back() = {needed.back().from, span.from, span.event};
    }
    return needed;
}

Stretch overlap(const Stretch &a, const Stretch &b)
{
    const bool endsWithA = a.to && (!b.to || *a.to <= *b.to);
    return {std::max(a.from, b.from), endsWithA ? a.to : b.to, endsWithA ? a.endedBy : b.endedBy};
}

// While the incident was open, at a severity that needs the role, and declared.
std::vector<Stretch> neededWhen(const Course &course, const plan::Role &role)
{
    std::vector<Stretch> all;
    for (const Stretch &bySeverity : neededBySeverity(course.incident, role)) {
        for (const Stretch &open : course.open) {
            Stretch needed = overlap(open, bySeverity);
            needed.from = std::max(needed.from, *course.incident.milestones.declared);
            if (!needed.to || *needed.to > needed.from)
                all.push_back(needed);
        }
    }
    return all;
}

void addVacancies(const Incident &incident, const plan::Role &role, const Stretch &needed, std::vector<Vacancy> &vacancies)
{
    bool held = false;
    Instant since = needed.from;
    for (const RoleSpan &span : incident.roles) {
        if (span.role != role.id || (needed.to && span.from > *needed.to))
            continue;
        const bool taken = !span.holder.isEmpty();
        if (taken && !held && span.from >= needed.from)
            vacancies.push_back({{since, span.from, span.event}});
        if (!taken && held)
            since = std::max(span.from, needed.from);
        held = taken;
    }
    if (!held)
        vacancies.push_back({{since, needed.to, needed.endedBy}, needed.to.has_value()});
}

void addVacancyClock(const Course &course, const plan::Role &role, const Vacancy &vacancy, size_t number, bool isLast,
                     std::vector<Countdown> &all)
{
    const plan::Severity *severity = severityAtEnd(course, vacancy.time);
    if (!severity)
        return;
    Countdown clock;
    clock.id = QLatin1String("role:") % role.id;
    clock.startedAt = vacancy.time.from;
    Terms terms{clock.startedAt};
    if (severity->respondWithin)
        terms = termsOf(course, clock, *severity->respondWithin);
    terms.recurring = true;
    if (!settle(course, clock, terms, {vacancy.time.to, vacancy.time.endedBy, vacancy.cut}))
        return;
    if (!isLast && clock.state != State::Missed)
        return;
    if (!isLast)
        clock.id += QLatin1Char('#') + QString::number(number);
    clock.kind = QStringLiteral("role");
    clock.subject = role.id;
    clock.label = QLatin1String("Assign ") % (role.name.isEmpty() ? role.id : role.name);
    clock.detail = QLatin1String("required at ") % severity->id;
    all.push_back(std::move(clock));
}

} // namespace

void addRoleClocks(const Course &course, std::vector<Countdown> &all)
{
    for (const plan::Role &role : course.plan.roles) {
        if (role.requiredAt.isEmpty())
            continue;
        std::vector<Vacancy> vacancies;
        for (const Stretch &needed : neededWhen(course, role))
            addVacancies(course.incident, role, needed, vacancies);
        for (size_t i = 0; i < vacancies.size(); ++i)
            addVacancyClock(course, role, vacancies[i], i + 1, i + 1 == vacancies.size(), all);
    }
}

} // namespace qd::clocks
