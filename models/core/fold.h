#pragma once
// fold(events) -> Incident: the only way from the log to a state.
//
// 1. Any permutation, any duplication and any split into batches of the same events gives the same Incident.
// 2. An undone event counts as if it had never been (a logged entry stays on the timeline, struck).
// 3. An event that this console does not know is shown generically and changes nothing else.

#include "models/core/incident.h"

#include <QSet>

#include <span>

namespace qd {

[[nodiscard]] Incident fold(std::span<const Event> events);
[[nodiscard]] Incident foldAsOf(std::span<const Event> events, Instant recordedBy); // the incident as it was known then

// What a final post-mortem is a picture of: fold() of this is the incident as its author knew it, whatever was recorded since. Only what was
// redacted later is gone from it too.
[[nodiscard]] std::vector<Event> knownAt(std::span<const Event> events, const FinalVersion &final);

// Adds one event to a state that already holds everything before it. False when the event cannot simply be added (it comes before the last
// one, or undoes another): the state is untouched and must be folded anew.
class Fold
{
public:
    Fold() = default;
    explicit Fold(std::span<const Event> events);
    [[nodiscard]] bool add(const Event &event);
    [[nodiscard]] bool holds(const EventId &event) const { return m_seen.contains(event); }
    [[nodiscard]] const Incident &incident() const { return m_incident; }
    [[nodiscard]] const std::vector<qsizetype> &touched() const { return m_touched; } // the entries that the last event made or changed

private:
    friend Incident fold(std::span<const Event>);
    void apply(const Event &event, bool undone);

    Incident m_incident;
    QHash<EventId, qsizetype> m_entryIndex;     // id -> place in entries
    QHash<EventId, EventId> m_undoneBase;       // an undone event -> what it was based on
    QHash<QString, ConflictValue> m_lastValues; // field -> what was last set
    QSet<EventId> m_seen;
    std::vector<qsizetype> m_touched;
    Stamp m_lastStamp = 0;
    EventId m_lastId;
};

} // namespace qd
