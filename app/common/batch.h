#pragma once
// Many commands, of one author or many, decided one after the other and appended as one: all of it, or nothing.

#include "models/core/desk.h"
#include "models/core/fold.h"

namespace qd {

class Batch
{
public:
    // `known`: the events of the incident so far, none for one that is declared here. `seen`: the last stamp of the log.
    Batch(std::vector<Event> known, ConsoleId console, Stamp seen);

    [[nodiscard]] Result<EventId> add(const DeskContext &context, const Command &command);
    EventId add(const DeskContext &context, const Drafts &drafts);                // that were decided already; the id of the first
    [[nodiscard]] const Incident &incident() const { return m_state.incident(); } // with all that was added
    [[nodiscard]] std::vector<Event> added() const { return {m_events.begin() + m_known, m_events.end()}; }

private:
    std::vector<Event> m_events;
    std::ptrdiff_t m_known;
    ConsoleId m_console;
    Stamp m_seen;
    Fold m_state;
};

} // namespace qd
