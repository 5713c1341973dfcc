#pragma once
// The log's rows and the chain through them.
//
// 1. insert() runs inside a transaction; sequence number and previous hash are read there, so that programs side by side make one chain.
// 2. An event of this installation, or of none yet, gets its place in its incident's chain. One that brings a hash keeps its own, which must fit
//    it and no other event of that chain.

#include "models/core/carriedevent.h"
#include "models/journal/reports.h"
#include "models/journal/statement.h"

namespace qd::journal {

class EventLog
{
public:
    EventLog(Connection &connection, ConsoleId installation) : m_connection(connection), m_installation(installation) { }

    // The events as they stand in the log then. `added`: how many were new; the others had been there.
    [[nodiscard]] Result<std::vector<Event>> insert(std::vector<Event> events, qint64 &added);
    // One that comes from another console, with its body as it was recorded there. Its position, and whether it is new.
    struct Place
    {
        qint64 position = 0;
        bool isNew = false;
    };
    [[nodiscard]] Result<Place> insertCarried(const CarriedEvent &carried);

    // The quick way for one event of this console, which needs no transaction around it: the place after the last one that this object
    // inserted, if it is still free. False: it is not, or the event is none of this console, or is there already; nothing happened.
    [[nodiscard]] Result<bool> insertNext(Event &event);
    void forgetEnds() { m_lastPosition = 0; } // what was inserted has been rolled back

    [[nodiscard]] Result<std::vector<Event>> ofIncident(const IncidentId &incident) const; // by (stamp, id)
    [[nodiscard]] Result<std::vector<CarriedEvent>> carriedOf(const IncidentId &incident) const; // the same, as they are carried
    [[nodiscard]] Result<std::vector<Event>> courseOf(const IncidentId &incident) const;   // all but its plain entries
    [[nodiscard]] Result<std::vector<Event>> after(qint64 position, int limit) const;      // by position
    [[nodiscard]] Result<Arrivals> arrivalsAfter(qint64 position, int limit) const;
    [[nodiscard]] Result<std::optional<Event>> byId(const EventId &id) const;
    [[nodiscard]] Result<std::optional<qint64>> positionOf(const EventId &id) const;
    [[nodiscard]] Result<qint64> lastPosition() const;
    [[nodiscard]] Result<Stamp> lastStamp() const;

    [[nodiscard]] static Event read(const Statement &row);     // of a row of the view `record`
    [[nodiscard]] static Event readHead(const Statement &row); // all but its body
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
    };
    [[nodiscard]] bool isOwn(const Event &event); // and under which chain: m_chain
    void chain(Event &event, const QByteArray &body, ChainEnd &end) const;
    [[nodiscard]] Result<void> forgetStaleEnds();
    [[nodiscard]] Result<ChainEnd *> endOf(const ConsoleId &chain);
    [[nodiscard]] Result<bool> insertOwn(Event &event);                                                // false: it was there
    [[nodiscard]] Result<qint64> insertRow(const Event &event, const std::optional<QByteArray> &body); // its position; 0: it was there

    Connection &m_connection;
    ConsoleId m_installation;
    IncidentId m_incident;             // of the last event of this installation, and
    ConsoleId m_chain;                 // its chain
    QHash<ConsoleId, ChainEnd> m_ends; // right as long as m_lastPosition is the log's
    qint64 m_lastPosition = 0;         // 0: not known
};

[[nodiscard]] Result<std::vector<Event>> readAll(Statement &rows);

} // namespace qd::journal
