// What follows a fix: the stability watch, time-boxed asks, the post-mortem and its action items.
#include <QStringBuilder>

#include "models/clocks/calendar.h"
#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

EventId mitigatedBy(const Incident &incident)
{
    const auto reached = std::find_if(incident.statuses.rbegin(), incident.statuses.rend(),
                                      [&incident](const StatusSpan &span) { return span.from == *incident.milestones.mitigated; });
    return reached == incident.statuses.rend() ? EventId{} : reached->event;
}

void setAside(Countdown &clock, const QString &reason)
{
    clock.state = State::Waived;
    clock.reason = reason;
    clock.lateBy = {};
    clock.metAt.reset();
    clock.snoozedUntil.reset();
}

void passed(Countdown &clock, const EventId &by)
{
    clock.state = State::Met;
    clock.metAt = clock.dueAt;
    clock.metBy = by;
    clock.lateBy = {};
    clock.reason.clear();
    clock.snoozedUntil.reset();
}

// Met by the passing of its time. A resolution before that cuts the watch short, and the record says so.
void addWatch(const Course &course, std::vector<Countdown> &all)
{
    const std::optional<Instant> &mitigated = course.incident.milestones.mitigated;
    if (!mitigated || !course.plan.stabilityWatch)
        return;
    Countdown &clock = all.emplace_back();
    clock.id = clock.kind = QStringLiteral("watch");
    clock.label = QStringLiteral("Stability watch");
    clock.detail = spanText(*course.plan.stabilityWatch) % QLatin1String(" before it may be called resolved");
    clock.startedAt = *mitigated;
    settle(course, clock, {*mitigated + *course.plan.stabilityWatch}, {});
    if (clock.state == State::Waived || clock.pausedSince)
        return;
    if (std::min(course.resolvedAt.value_or(course.now), course.now) >= *clock.dueAt) {
        passed(clock, mitigatedBy(course.incident));
    } else if (course.resolvedAt) {
        setAside(clock, QStringLiteral("resolved before the watch was over"));
        clock.metBy = course.resolvedBy;
    }
}

void addAsks(const Course &course, std::vector<Countdown> &all)
{
    const std::vector<Ask> &asks = course.incident.asks;
    for (size_t i = 0; i < asks.size(); ++i) {
        const Ask &ask = asks[i];
        if (!ask.within)
            continue;
        Countdown &clock = all.emplace_back();
        clock.id = QLatin1String("ask:") % QString::number(i + 1);
        clock.kind = QStringLiteral("ask");
        clock.subject = ask.id.toString();
        clock.label = ask.who % QLatin1String(": ") % ask.text;
        clock.detail = QLatin1String("within ") % spanText(*ask.within);
        clock.startedAt = ask.at;
        settle(course, clock, {ask.at + *ask.within}, {ask.answeredAt, ask.id});
        if (ask.state == QLatin1String("dropped"))
            setAside(clock, ask.answer);
    }
}

// The move out of draft that still stands.
Ending review(const Incident &incident)
{
    if (incident.postmortemState == QLatin1String("draft"))
        return {};
    Ending ending;
    for (const TimelineEntry &entry : incident.entries) {
        if (entry.kind != QLatin1String("postmortem") || entry.undone)
            continue;
        if (entry.subjectText == QLatin1String("draft"))
            ending = {};
        else if (!ending.at)
            ending = {entry.at, entry.id};
    }
    if (!ending.at)
        ending.at = incident.postmortemFinalAt;
    return ending;
}

Ending publication(const Incident &incident)
{
    if (!incident.postmortemFinalAt)
        return {};
    const auto moved = std::find_if(incident.entries.rbegin(), incident.entries.rend(), [&incident](const TimelineEntry &entry) {
        return entry.kind == QLatin1String("postmortem") && entry.at == *incident.postmortemFinalAt && !entry.undone;
    });
    return {incident.postmortemFinalAt, moved == incident.entries.rend() ? EventId{} : moved->id};
}

void addPostmortem(const Course &course, std::vector<Countdown> &all)
{
    if (!course.resolvedAt || !course.severity || course.severity->postmortemRequired.value_or(plan::Need::Yes) != plan::Need::Yes)
        return;
    const plan::MaybeTarget &meeting = course.severity->postmortemWithin ? course.severity->postmortemWithin : course.plan.postmortem.within;
    const plan::MaybeTarget &document = course.severity->postmortemDocumentWithin ? course.severity->postmortemDocumentWithin : meeting;
    const auto add = [&](const QString &id, const QString &label, const plan::Target &target, const Ending &ending) {
        Countdown &clock = all.emplace_back();
        clock.id = clock.kind = id;
        clock.label = label;
        clock.detail = QLatin1String("within ") % targetText(target) % QLatin1String(" of the resolution");
        clock.startedAt = *course.resolvedAt;
        const Terms terms = termsOf(course, clock, target);
        settle(course, clock, terms, ending);
    };
    if (meeting)
        add(QStringLiteral("postmortem"), QStringLiteral("Post-mortem meeting"), *meeting, review(course.incident));
    if (document)
        add(QStringLiteral("postmortem-document"), QStringLiteral("Post-mortem document"), *document, publication(course.incident));
}

void addActionItems(const Course &course, std::vector<Countdown> &all)
{
    const std::vector<ActionItem> &actions = course.incident.actions;
    for (size_t i = 0; i < actions.size(); ++i) {
        const ActionItem &action = actions[i];
        if (action.due.isEmpty())
            continue;
        Countdown &clock = all.emplace_back();
        clock.id = QLatin1String("action:") % QString::number(i + 1);
        clock.kind = QStringLiteral("action");
        clock.subject = action.id.toString();
        clock.label = action.text;
        clock.detail = action.owner;
        clock.startedAt = action.at;
        const QDate date = QDate::fromString(action.due, Qt::ISODate);
        if (!date.isValid())
            clock.words = action.due;
        const bool done = action.state == QLatin1String("done");
        const std::optional<Instant> due = date.isValid() ? std::optional(endOfDay(date, zoneOf(course.plan))) : std::nullopt;
        settle(course, clock, {due}, {done ? action.closedAt : std::nullopt, action.id});
        if (action.state == QLatin1String("dropped"))
            setAside(clock, {});
    }
}

} // namespace

void addFollowUpClocks(const Course &course, std::vector<Countdown> &all)
{
    addWatch(course, all);
    addAsks(course, all);
    addPostmortem(course, all);
    addActionItems(course, all);
}

} // namespace qd::clocks
