// The steps of the escalation path that apply to this severity and this type of incident.
#include <QStringBuilder>

#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

bool lists(const QStringList &all, const QString &one) // empty: any
{
    return all.isEmpty()
        || std::any_of(all.begin(), all.end(), [&one](const QString &item) { return item.compare(one, Qt::CaseInsensitive) == 0; });
}

const RaisedEscalation *firstRaised(const Incident &incident, const QString &step)
{
    const RaisedEscalation *first = nullptr;
    for (const RaisedEscalation &raised : incident.escalations) {
        if (raised.step == step && (!first || raised.at < first->at))
            first = &raised;
    }
    return first;
}

QString conditionText(const plan::EscalationStep &step)
{
    QString text = step.condition;
    if (!text.isEmpty() && !text.startsWith(QLatin1String("if ")) && !text.startsWith(QLatin1String("when ")))
        text.prepend(QLatin1String("if "));
    const Duration after = step.after.value_or(Duration{});
    if (step.afterResolveTarget && text.isEmpty())
        text = QStringLiteral("when the resolve target has passed");
    if (after > Duration{})
        text += (text.isEmpty() ? QLatin1String("after ") : QLatin1String(" after ")) + spanText(after);
    return text.isEmpty() ? QStringLiteral("at once") : text;
}

std::optional<Countdown> resolveClock(const std::vector<Countdown> &all)
{
    const auto found = std::find_if(all.begin(), all.end(), [](const Countdown &clock) { return clock.kind == QLatin1String("resolve"); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

// A step that is taken at once is part of the response: it is late when the response is. While nobody can tell the severity, it has no time.
std::optional<Duration> timeFor(const Course &course, const plan::EscalationStep &step)
{
    if (!step.after || *step.after > Duration{})
        return step.after;
    if (!course.severity)
        return std::nullopt;
    const auto *response = course.severity->respondWithin ? std::get_if<Duration>(&*course.severity->respondWithin) : nullptr;
    return response ? *response : Duration{};
}

// Of a step that was raised, the resolve target as it stood then: a later pause moves it no more.
Terms termsOf(const Course &course, const plan::EscalationStep &step, const std::optional<Countdown> &resolve,
              const RaisedEscalation *raised)
{
    if (!step.afterResolveTarget) {
        const std::optional<Duration> time = timeFor(course, step);
        return {time ? std::optional(course.origin + *time) : std::nullopt};
    }
    const std::optional<Instant> due = !resolve ? std::nullopt : raised ? resolveDueAsOf(course, raised->at) : resolve->dueAt;
    return {due ? std::optional(*due + step.after.value_or(Duration{})) : std::nullopt};
}

// A step that waits for the resolve target waits as long as that is paused.
void pauseWith(const Countdown &resolve, const plan::EscalationStep &step, Countdown &clock)
{
    if (!resolve.pausedSince || !clock.isOpen())
        return;
    clock.state = clock.state == State::Missed ? State::Missed : State::Paused;
    clock.pausedSince = resolve.pausedSince;
    clock.left = std::max(Duration{}, resolve.left + step.after.value_or(Duration{}));
    clock.reason = resolve.reason;
}

Countdown escalationClock(const Course &course, const plan::EscalationStep &step, const RaisedEscalation *raised)
{
    Countdown clock;
    clock.id = QLatin1String("escalate:") % step.id;
    clock.kind = QStringLiteral("escalate");
    clock.subject = step.id;
    clock.label = QLatin1String("Escalate to ") % (raised && !raised->who.isEmpty() ? raised->who : step.who);
    clock.detail = conditionText(step);
    clock.startedAt = course.origin;
    return clock;
}

} // namespace

void addEscalationClocks(const Course &course, std::vector<Countdown> &all)
{
    const std::optional<Countdown> resolve = resolveClock(all);
    for (const plan::EscalationStep &step : course.plan.escalation) {
        const RaisedEscalation *raised = course.incident.escalations.empty() ? nullptr : firstRaised(course.incident, step.id);
        const bool applies = lists(step.severities, course.incident.severity) && lists(step.types, course.incident.type);
        if (!applies && !raised)
            continue;
        const Terms terms = termsOf(course, step, resolve, raised);
        const Ending ending =
            raised ? Ending{raised->at, raised->event} : Ending{course.resolvedAt, course.resolvedBy, course.resolvedAt.has_value()};
        Countdown clock = escalationClock(course, step, raised);
        if (!terms.due)
            clock.words = clock.detail;
        if (!settle(course, clock, terms, ending))
            continue;
        if (step.afterResolveTarget && resolve)
            pauseWith(*resolve, step, clock);
        all.push_back(std::move(clock));
    }
}

} // namespace qd::clocks
