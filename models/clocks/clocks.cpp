#include "models/clocks/clocks.h"

#include "models/clocks/groups.h"

namespace qd::clocks {
namespace {

struct Place // in the order of urgency
{
    int group = 0; // counting down, paused, without a time, settled
    Instant at{};
    size_t index = 0;
    bool operator<(const Place &other) const { return std::tie(group, at, index) < std::tie(other.group, other.at, other.index); }
};

Place placeOf(const Countdown &clock, size_t index)
{
    if (!clock.isOpen())
        return {3, clock.metAt.value_or(clock.dueAt.value_or(clock.startedAt)), index};
    if (!clock.dueAt)
        return {2, clock.startedAt, index};
    return {clock.pausedSince && clock.state != State::Missed ? 1 : 0, *clock.dueAt, index};
}

std::vector<Countdown> sorted(std::vector<Countdown> all)
{
    std::vector<Place> places;
    places.reserve(all.size());
    for (size_t i = 0; i < all.size(); ++i)
        places.push_back(placeOf(all[i], i));
    std::sort(places.begin(), places.end());
    std::vector<Countdown> inOrder;
    inOrder.reserve(all.size());
    for (const Place &place : places)
        inOrder.push_back(std::move(all[place.index]));
    return inOrder;
}

// When a running clock changes at its due time: a watch is over then, any other is missed right after it (rule 5).
Instant turnOf(const Countdown &clock)
{
    return clock.kind == QLatin1String("watch") ? *clock.dueAt : *clock.dueAt + Duration(1);
}

// What ran when the incident was merged into another runs there now; what was late by then was. Action items are due all the same.
void stopAtMerge(const Incident &incident, std::vector<Countdown> &all)
{
    const auto merge = std::find_if(incident.links.rbegin(), incident.links.rend(),
                                    [](const IncidentLink &link) { return link.relation == QLatin1String("merged-into"); });
    if (merge == incident.links.rend())
        return;
    const auto closing = std::find_if(incident.statuses.begin(), incident.statuses.end(),
                                      [&merge](const StatusSpan &span) { return span.event == merge->event; });
    if (closing == incident.statuses.end())
        return;
    for (Countdown &clock : all) {
        if (clock.kind == QLatin1String("action") || (!clock.isOpen() && clock.metBy != merge->event))
            continue;
        const bool late = clock.dueAt && *clock.dueAt < closing->from;
        clock.state = late ? State::Missed : State::Waived;
        clock.lateBy = late ? closing->from - *clock.dueAt : Duration{};
        clock.metAt = closing->from;
        clock.reason = closing->note;
    }
}

} // namespace

std::vector<Countdown> clocks(const plan::Plan &plan, const Incident &incident, Instant now)
{
    const std::optional<Course> course = courseOf(plan, incident, now);
    if (!course)
        return {};
    std::vector<Countdown> all;
    all.reserve(8 + plan.audiences.size() + plan.escalation.size() + incident.asks.size() + incident.actions.size());
    addTargetClocks(*course, all);
    addUpdateClocks(*course, all);
    addRoleClocks(*course, all);
    addEscalationClocks(*course, all);
    addFollowUpClocks(*course, all);
    stopAtMerge(incident, all);
    return sorted(std::move(all));
}

std::vector<Countdown> updateWindows(const plan::Plan &plan, const Incident &incident, const plan::Audience &audience, Instant now)
{
    const std::optional<Course> course = courseOf(plan, incident, now);
    return course ? windowsOf(*course, audience) : std::vector<Countdown>{};
}

std::optional<Instant> nextChange(const std::vector<Countdown> &all, Instant now)
{
    std::optional<Instant> next;
    const auto consider = [&next, now](Instant at) {
        if (at > now && (!next || at < *next))
            next = at;
    };
    for (const Countdown &clock : all) {
        if (clock.isOpen() && clock.snoozedUntil)
            consider(*clock.snoozedUntil);
        if (clock.state != State::Running)
            continue;
        if (clock.warnAt)
            consider(*clock.warnAt);
        if (clock.dueAt)
            consider(turnOf(clock));
    }
    return next;
}

const Countdown *mostUrgent(const std::vector<Countdown> &all)
{
    return all.empty() || !all.front().isOpen() ? nullptr : &all.front();
}

QString stateName(State state)
{
    switch (state) {
    case State::Running: return QStringLiteral("running");
    case State::Met: return QStringLiteral("met");
    case State::Missed: return QStringLiteral("missed");
    case State::Waived: return QStringLiteral("waived");
    case State::Paused: return QStringLiteral("paused");
    }
    return {};
}

} // namespace qd::clocks
