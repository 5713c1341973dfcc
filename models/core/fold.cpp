#include "models/core/fold.h"

#include "models/core/foldrules.h"
#include "models/core/kinds.h"
#include "models/core/undo.h"

namespace qd {
namespace {

bool isUndo(const Event &event)
{
    return event.kind == QLatin1String(kinds::eventUndone);
}

bool isRedo(const Event &event)
{
    return event.kind == QLatin1String(kinds::eventRedone);
}

std::vector<const Event *> inOrder(std::span<const Event> events)
{
    std::vector<const Event *> sorted;
    sorted.reserve(events.size());
    for (const Event &event : events)
        sorted.push_back(&event);
    const auto before = [](const Event *a, const Event *b) { return comesBefore(*a, *b); };
    if (!std::is_sorted(sorted.begin(), sorted.end(), before))
        std::sort(sorted.begin(), sorted.end(), before);
    const auto same = [](const Event *a, const Event *b) { return a->id == b->id; };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
    return sorted;
}

QSet<EventId> undoneBy(const std::vector<const Event *> &sorted)
{
    QSet<EventId> undone;
    for (const Event *event : sorted) {
        if (isUndo(*event))
            undone.insert(foldrules::idOf(*event, "event"));
        else if (isRedo(*event))
            undone.remove(foldrules::idOf(*event, "event"));
    }
    return undone;
}

TimelineEntry makeEntry(const Event &event, const foldrules::Row &row)
{
    TimelineEntry entry;
    entry.id = event.id;
    entry.at = event.happenedAt;
    entry.recordedAt = event.recordedAt;
    entry.kind = row.kind;
    entry.text = row.text;
    entry.author = event.author;
    entry.late = event.recordedAt - event.happenedAt > lateAfter;
    entry.subject = row.subject;
    entry.subjectText = row.subjectText;
    return entry;
}

} // namespace

Fold::Fold(std::span<const Event> events)
{
    const std::vector<const Event *> sorted = inOrder(events);
    const QSet<EventId> undone = undoneBy(sorted);
    const auto room = static_cast<qsizetype>(sorted.size() + sorted.size() / 4); // what follows one by one is not to move it all soon
    m_seen.reserve(room);
    m_entryIndex.reserve(room);
    for (const Event *event : sorted)
        apply(*event, undone.contains(event->id) && canBeUndone(*event));
}

bool Fold::add(const Event &event)
{
    if (m_seen.contains(event.id))
        return true;
    const bool inOrder = event.stamp != m_lastStamp ? event.stamp > m_lastStamp : m_lastId < event.id;
    if (!inOrder || isUndo(event) || isRedo(event))
        return false;
    apply(event, false);
    return true;
}

void Fold::apply(const Event &event, bool undone)
{
    m_seen.insert(event.id);
    m_touched.clear();
    m_lastStamp = event.stamp;
    m_lastId = event.id;
    ++m_incident.eventCount;
    Stamp &seen = m_incident.seen[event.console];
    seen = std::max(seen, event.stamp);
    m_incident.lastRecordedAt = std::max(m_incident.lastRecordedAt, event.recordedAt);
    if (isUndo(event) || isRedo(event))
        return;

    const foldrules::Rule *rule = foldrules::find(event.kind);
    const foldrules::Row row = rule ? rule->row(m_incident, event) : foldrules::genericRow(event);
    if (!row.kind.isEmpty()) {
        m_entryIndex.insert(event.id, static_cast<qsizetype>(m_incident.entries.size()));
        m_incident.entries.push_back(makeEntry(event, row));
        m_incident.entries.back().undone = undone;
    }
    const bool struckButShown = undone && event.kind == QLatin1String(kinds::entryLogged);
    if (undone && !struckButShown) {
        m_undoneBase.insert(event.id, foldrules::idOf(event, "base"));
        return;
    }
    if (rule) {
        foldrules::State state{m_incident, m_entryIndex, m_undoneBase, m_lastValues, m_touched};
        rule->change(state, event);
    }
}

Incident fold(std::span<const Event> events)
{
    return std::move(Fold(events).m_incident);
}

Incident foldAsOf(std::span<const Event> events, Instant recordedBy)
{
    std::vector<Event> known;
    std::copy_if(events.begin(), events.end(), std::back_inserter(known),
                 [recordedBy](const Event &event) { return event.recordedAt <= recordedBy; });
    return fold(known);
}

std::vector<Event> knownAt(std::span<const Event> events, const FinalVersion &final)
{
    std::vector<Event> known;
    std::copy_if(events.begin(), events.end(), std::back_inserter(known), [&final](const Event &event) {
        const auto upTo = final.knew.constFind(event.console);
        return (upTo != final.knew.cend() && event.stamp <= *upTo) || event.id == final.event
            || event.kind == QLatin1String(kinds::entryRedacted);
    });
    return known;
}

} // namespace qd
