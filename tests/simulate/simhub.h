#pragma once
// What the functions of the hub's database mean, without the database.
//
// 1. Every call is one transaction. Numbers are handed out under a lock that is held to the commit.
// 2. An event goes out when its place in the log is read and again with the backlog of its incident; so it may come before what its chain builds on.
// 3. A cursor holds an epoch, a place and the backlog of an incident that came into sight. Of an epoch that is over it goes back to where that ended.
// 4. promoteStandby() loses the last commits and begins another epoch.

#include "models/hub/ports.h"

#include <map>
#include <set>

namespace qd::simulate {

struct Login
{
    QString name;
    QString person;
    hub::Standing standing = hub::Standing::Responder;
};

struct Row // of the log of the hub: an event, or that an incident came into sight
{
    qint64 seq = 0;
    CarriedEvent carried; // without an id: visibility
    IncidentId incident;
    QString person; // of visibility: who sees it from here on; empty: everybody
    bool isEvent() const { return !carried.event.id.isNull(); }
};

class SimHub
{
public:
    SimHub(const QUuid &identity, const QUuid &epoch);

    [[nodiscard]] hub::Greeting hello(const Login &login) const;
    [[nodiscard]] std::vector<hub::PushAnswer> push(const Login &login, const std::vector<CarriedEvent> &events);
    [[nodiscard]] hub::Pulled pull(const Login &login, const QByteArray &cursor, const hub::Batch &batch) const;
    [[nodiscard]] QHash<ConsoleId, qint64> heads(const Login &login, const std::vector<ConsoleId> &chains) const;

    [[nodiscard]] bool sees(const Login &login, const IncidentId &incident) const;
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] CarriedEvent shown(const Row &row) const; // without what was redacted
    [[nodiscard]] bool redacts(const EventId &entry) const { return m_redacted.contains(entry); }
    [[nodiscard]] bool has(const EventId &event) const { return m_ids.contains(event); }
    [[nodiscard]] size_t commits() const { return m_commits.size(); }
    void promoteStandby(size_t commitsLost, const QUuid &epoch);

    // A hub that gives numbers away before the commit: what is pushed is seen only after this was called. Only to show that it would be found.
    void delayCommits() { m_late = true; }
    void commitLate() { m_hidden.clear(); }

private:
    struct Chain
    {
        qint64 last = 0;
        QByteArray hash;
    };
    struct Access // of an incident
    {
        bool restricted = false;
        std::map<QString, std::pair<std::pair<Stamp, EventId>, bool>> said; // "": restricted; else a person: is a member
    };
    struct Cursor
    {
        QByteArray epoch;
        qint64 at = 0;
        qint64 backlog = 0; // the number of the visibility
        qint64 passed = 0;
    };

    [[nodiscard]] hub::PushAnswer take(const Login &login, const CarriedEvent &carried);
    [[nodiscard]] QString refusal(const Login &login, const CarriedEvent &carried) const;
    void apply(const Row &row, size_t place, bool isNew);
    void say(const Event &event, const QString &person, bool value, bool isNew);
    [[nodiscard]] Cursor open(const QByteArray &cursor) const;
    [[nodiscard]] QByteArray seal(const Cursor &cursor) const;
    [[nodiscard]] qint64 numberNow() const { return m_rows.empty() ? 0 : m_rows.back().seq; }

    QString m_identity;
    std::vector<std::pair<QByteArray, qint64>> m_epochs; // and the counter when each began
    std::vector<Row> m_rows;
    std::vector<size_t> m_commits; // how many rows there were after each
    std::map<EventId, size_t> m_ids;
    std::map<ConsoleId, Chain> m_chains;
    std::map<IncidentId, Access> m_incidents;
    std::set<EventId> m_redacted; // entries
    bool m_late = false;
    std::set<qint64> m_hidden;
};

} // namespace qd::simulate
