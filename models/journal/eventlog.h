#pragma once
// The log's rows and the chain through them.
//
// 1. insert() runs inside a transaction; sequence number and previous hash are read there, so that programs side by side make one chain.
// 2. An event of this console, or of none yet, gets its place in the chain. One that brings a hash keeps its own, which must fit it.

#include "models/core/event.h"
#include "models/journal/reports.h"
#include "models/journal/statement.h"

namespace qd::journal {

class EventLog
{
public:
    EventLog(Connection &connection, ConsoleId console) : m_connection(connection), m_console(console) { }

    // The events as they stand in the log then. `added`: how many were new; the others had been there.
    [[nodiscard]] Result<std::vector<Event>> insert(std::vector<Event> events, qint64 &added);

    // The quick way for one event of this console, which needs no transaction around it: the place after the last one that this object
    // inserted, if it is still free. False: it is not, or the event is none of this console, or is there already; nothing happened.
    [[nodiscard]] Result<bool> insertNext(Event &event);
    void forgetEnd() { m_end.position = 0; } // what was inserted has been rolled back

    [[nodiscard]] Result<std::vector<Event>> ofIncident(const IncidentId &incident) const; // by (stamp, id)
    [[nodiscard]] Result<std::vector<Event>> courseOf(const IncidentId &incident) const;  // all but its plain entries
    [[nodiscard]] Result<std::vector<Event>> after(qint64 position, int limit) const;      // by position
    [[nodiscard]] Result<Arrivals> arrivalsAfter(qint64 position, int limit) const;
    [[nodiscard]] Result<std::optional<Event>> byId(const EventId &id) const;
    [[nodiscard]] Result<qint64> lastPosition() const;
    [[nodiscard]] Result<Stamp> lastStamp() const;

    [[nodiscard]] static Event read(const Statement &row); // of a row of the view `record`
    [[nodiscard]] static qint64 positionOf(const Statement &row) { return row.number(positionColumn); }
    [[nodiscard]] static bool bodyIsGone(const Statement &row) { return row.isNull(bodyColumn); }
    [[nodiscard]] static QByteArray bodyOf(const Statement &row) { return row.bytes(bodyColumn); }
    static constexpr int columns = 14; // of `record`; what a query adds comes after

private:
    static constexpr int bodyColumn = 3;
    static constexpr int positionColumn = 13;

    struct ChainEnd
    {
        qint64 seq = 0;
        QByteArray hash;
        qint64 position = 0; // of the log's last event; 0: not known
    };
    [[nodiscard]] bool isOwn(const Event &event) const
    {
        return event.hash.isEmpty() && (event.console.isNull() || event.console == m_console);
    }
    void chain(Event &event, const QByteArray &body, const ChainEnd &end) const;
    [[nodiscard]] Result<ChainEnd> chainEnd() const;
    [[nodiscard]] Result<qint64> insertRow(const Event &event, const std::optional<QByteArray> &body); // its position; 0: it was there

    Connection &m_connection;
    ConsoleId m_console;
    ChainEnd m_end;
};

[[nodiscard]] Result<std::vector<Event>> readAll(Statement &rows);

} // namespace qd::journal
