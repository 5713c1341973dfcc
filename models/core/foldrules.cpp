#include "models/core/foldrules.h"

#include "models/core/kinds.h"

#include <QJsonArray>
#include <QSet>

namespace qd::foldrules {

QString textOf(const Event &event, const char *key)
{
    return event.body.value(QLatin1String(key)).toString();
}

EventId idOf(const Event &event, const char *key)
{
    return EventId::fromString(textOf(event, key));
}

QStringList textsOf(const Event &event, const char *key)
{
    QStringList all;
    for (const QJsonValue &value : event.body.value(QLatin1String(key)).toArray())
        all << value.toString();
    return all;
}

std::optional<Instant> instantOf(const Event &event, const char *key)
{
    const QJsonValue value = event.body.value(QLatin1String(key));
    return value.isDouble() ? std::optional(fromMsecs(value.toInteger())) : std::nullopt;
}

QString nameIn(const std::vector<Rulebook::Named> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Rulebook::Named &item) { return item.id == id; });
    return found == all.end() || found->name.isEmpty() ? id : found->name;
}

QString nameOfRole(const Incident &incident, const QString &role)
{
    return nameIn(incident.rules.roles, role);
}

TimelineEntry *State::entry(const EventId &id)
{
    const auto found = entryIndex.constFind(id);
    if (found == entryIndex.cend())
        return nullptr;
    touched.push_back(*found);
    return &incident.entries[static_cast<size_t>(*found)];
}

void State::changed(const QString &field, const Event &event, const QString &value)
{
    EventId base = idOf(event, "base");
    for (int hops = 0; undoneBase.contains(base) && hops < 1000; ++hops)
        base = undoneBase.value(base);
    const EventId before = incident.setBy.value(field);
    const ConflictValue now{value, event.author, event.happenedAt, event.id};
    const bool unseen = event.body.contains(QLatin1String("base")) && before != base && lastValues.value(field).value != value;

    const auto standing = std::find_if(incident.conflicts.begin(), incident.conflicts.end(),
                                       [&field](const FieldConflict &conflict) { return conflict.field == field; });
    if (unseen && standing != incident.conflicts.end())
        standing->values.push_back(now);
    else if (unseen)
        incident.conflicts.push_back({field, {lastValues.value(field), now}});
    else if (standing != incident.conflicts.end())
        incident.conflicts.erase(standing); // whoever wrote this had seen what stood
    incident.setBy.insert(field, event.id);
    lastValues.insert(field, now);
}

const Rule *find(const QString &kind)
{
    static const QHash<QString, const Rule *> table = [] {
        QHash<QString, const Rule *> rules;
        for (const std::vector<Rule> *group : {&incidentRules, &roleRules, &entryRules, &workRules, &reviewRules}) {
            for (const Rule &rule : *group)
                rules.insert(QLatin1String(rule.kind), &rule);
        }
        return rules;
    }();
    return table.value(kind);
}

Row genericRow(const Event &event)
{
    const QString text = textOf(event, "text");
    return {event.kind, text.isEmpty() ? event.kind : text, {}, {}};
}

namespace {

// A status that is reached clears what lies beyond it: the way goes back, and so do the milestones.
void reach(Milestones &milestones, const StatusSpan &span)
{
    std::optional<Instant> *const inOrder[] = {
        nullptr, &milestones.identified, nullptr, &milestones.mitigated, &milestones.resolved, &milestones.closed};
    const qsizetype rank = allStatuses().indexOf(span.status);
    for (qsizetype i = 0; i < std::ssize(inOrder); ++i) {
        if (i > rank && inOrder[i])
            inOrder[i]->reset();
    }
    if (rank >= 0 && inOrder[rank] && !*inOrder[rank])
        *inOrder[rank] = span.from;
}

} // namespace

void derive(Incident &incident)
{
    Milestones &milestones = incident.milestones;
    milestones.identified.reset();
    milestones.mitigated.reset();
    milestones.resolved.reset();
    milestones.closed.reset();
    if (milestones.declared) {
        incident.statuses.front().from = incident.severities.front().from =
            std::min(milestones.detected.value_or(*milestones.declared), *milestones.declared);
    }
    for (const StatusSpan &span : incident.statuses)
        reach(milestones, span);
    incident.status = incident.statuses.empty() ? QString() : incident.statuses.back().status;
    incident.severity = incident.severities.empty() ? QString() : incident.severities.back().severity;
}

} // namespace qd::foldrules
