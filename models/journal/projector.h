#pragma once
// What is computed from the log: a summary of each incident, the order of its events, the chains, the words of its entries,
// the plans that it ran under (planruns.h), and which names which (incidentlinks.h).
//
// 1. Everything up to projection.projected_to is in; project() goes on from there, inside a transaction.
// 2. Plain entries that are new may wait for the next read, or for lagLimit of them, and for better days if they cannot be projected: a row
//    of the log is all that such an append writes.
// 3. Whatever changes a summary, a text or what may be read is projected in the transaction that appends it.

#include "models/journal/eventlog.h"

#include <QSet>

namespace qd::journal {

class Projector
{
public:
    explicit Projector(Connection &connection) : m_connection(connection) { }

    [[nodiscard]] static bool mayWait(const std::vector<Event> &events);
    static constexpr qint64 lagLimit = 256;

    [[nodiscard]] Result<qint64> lag() const; // events that are not projected yet
    [[nodiscard]] Result<void> project();
    [[nodiscard]] Result<void> projectAnew(); // from nothing

private:
    struct Tally
    {
        qint64 entries = 0;
        qint64 events = 0;
        qint64 first = 0;
        qint64 last = 0;
        Instant recorded{};
        bool refold = false;     // its summary may have changed
        bool hide = false;       // words of it must not be found by others any more
        QSet<EventId> corrected; // entries whose text may have
    };
    struct Pass
    {
        qint64 position = 0;
        qint64 stamp = 0;
        bool wordsGone = false; // a redaction: they must leave the index for good
        QHash<IncidentId, Tally> incidents;
    };
    [[nodiscard]] Result<void> readOn(Pass &pass);
    [[nodiscard]] Result<void> take(const Event &event, qint64 position, Pass &pass);
    [[nodiscard]] Result<void> correct(const Event &event, Tally &tally, Pass &pass);
    [[nodiscard]] Result<void> finish(const Pass &pass);
    [[nodiscard]] Result<void> store(const IncidentId &incident, const Tally &tally);
    [[nodiscard]] Result<void> describe(const IncidentId &incident);
    [[nodiscard]] Result<void> putWords(qint64 position, const Event &event, const QString &text, Instant at);
    [[nodiscard]] Result<void> correctWords(const IncidentId &incident, const QSet<EventId> &entries);

    Connection &m_connection;
};

} // namespace qd::journal
