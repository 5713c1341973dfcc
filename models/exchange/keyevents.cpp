#include "models/exchange/keyevents.h"

#include "models/review/wording.h"

namespace qd::exchange {
namespace {

constexpr size_t mostEvents = 16;
constexpr int milestoneWeight = 4;
constexpr int markedWeight = 3;
constexpr int changeWeight = 2;
constexpr int decisionWeight = 1;

void addMilestones(const Incident &incident, std::vector<KeyEvent> &events)
{
    const Milestones &at = incident.milestones;
    const std::pair<const char *, const std::optional<Instant> &> all[] = {
        {"Started", at.started},       {"Detected", at.detected},   {"Declared", at.declared}, {"Acknowledged", at.acknowledged},
        {"Identified", at.identified}, {"Mitigated", at.mitigated}, {"Resolved", at.resolved}, {"Closed", at.closed}};
    for (const auto &[name, instant] : all) {
        if (!instant)
            continue;
        const bool sameMoment = !events.empty() && events.back().at == *instant;
        if (sameMoment)
            events.back().text += QStringLiteral(", ") + QString::fromLatin1(name).toLower();
        else
            events.push_back({*instant, QString::fromLatin1(name), true, milestoneWeight});
    }
}

void addChanges(const Incident &incident, std::vector<KeyEvent> &events)
{
    const auto isTold = [told = events](Instant at) {
        return std::any_of(told.begin(), told.end(), [at](const KeyEvent &event) { return event.at == at; });
    };
    for (size_t i = 1; i < incident.severities.size(); ++i)
        events.push_back(
            {incident.severities[i].from, review::severityText(incident, incident.severities[i].severity), true, changeWeight});
    for (size_t i = 1; i < incident.statuses.size(); ++i) {
        if (!isTold(incident.statuses[i].from))
            events.push_back({incident.statuses[i].from, review::statusText(incident.statuses[i].status), true, changeWeight});
    }
}

void addEntries(const Incident &incident, std::vector<KeyEvent> &events)
{
    for (const TimelineEntry &entry : incident.entries) {
        const bool decision = entry.kind == QLatin1String("decision");
        if (entry.redacted || entry.undone || entry.text.isEmpty() || (!entry.pinned && !decision))
            continue;
        events.push_back({entry.at, entry.text.left(400), false, entry.pinned ? markedWeight : decisionWeight});
    }
}

} // namespace

std::vector<KeyEvent> keyEvents(const Incident &incident, Instant from, Instant to)
{
    std::vector<KeyEvent> events;
    addMilestones(incident, events);
    addChanges(incident, events);
    addEntries(incident, events);
    std::erase_if(events, [from, to](const KeyEvent &event) { return event.at < from || event.at > to; });
    std::stable_sort(events.begin(), events.end(), [](const KeyEvent &a, const KeyEvent &b) { return a.weight > b.weight; });
    if (events.size() > mostEvents)
        events.resize(mostEvents);
    std::stable_sort(events.begin(), events.end(), [](const KeyEvent &a, const KeyEvent &b) { return a.at < b.at; });
    return events;
}

} // namespace qd::exchange
