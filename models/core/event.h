#pragma once
// The log: what happened to incidents, one immutable event at a time.
//
// 1. An event never changes after it was recorded. Edits, redactions and undo are events of their own.
// 2. The fold takes events in the order (stamp, id). Two consoles with the same set of events hold the same state.
// 3. Each console chains its own events of one incident: hash = SHA-256 over prev, every field and bodyHash. The chain commits to the hash of
//    the body, so a redacted body can go while the chain still verifies. A chain holds nothing of another incident: it can be carried whole,
//    and one that somebody may not see leaves no gap in any other. (A log of before that has chains that run through all of its incidents.)
// 4. An unknown kind, or an unknown field of a body, is kept and carried on untouched.

#include "models/core/ids.h"
#include "models/core/stamp.h"

#include <QJsonObject>

#include <vector>

namespace qd {

// What a command becomes: an event before it has a place in the log.
struct EventDraft
{
    IncidentId incident;
    QString kind; // one of models/core/kinds.h, or a newer console's
    QJsonObject body;
    Instant happenedAt{}; // when it was true in the world
    bool operator==(const EventDraft &) const = default;
};

struct Event
{
    EventId id;
    IncidentId incident;
    QString kind;
    QJsonObject body; // empty once redacted
    QString author;
    Instant happenedAt{};
    Instant recordedAt{}; // when the console wrote it
    Stamp stamp = 0;
    ConsoleId console;     // the chain: chainOf() of the installation that wrote it, and the incident
    qint64 consoleSeq = 0; // 1, 2, 3 … within the chain; set by the journal, as are the hashes
    QByteArray bodyHash;
    QByteArray prev;
    QByteArray hash;
    bool operator==(const Event &) const = default;
};

[[nodiscard]] inline bool comesBefore(const Event &a, const Event &b)
{
    return a.stamp != b.stamp ? a.stamp < b.stamp : a.id < b.id;
}

// What an installation's events of an incident are chained under. Who does not know the installation cannot tell that two are of one.
[[nodiscard]] ConsoleId chainOf(const ConsoleId &installation, const IncidentId &incident);

// Canonical bytes of a body: compact JSON with sorted keys, UTF-8. What bodyHash is taken over and what is stored.
[[nodiscard]] QByteArray canonicalBody(const QJsonObject &body);
[[nodiscard]] QByteArray hashBody(const QByteArray &canonicalBody);
[[nodiscard]] QByteArray hashEvent(const Event &event); // over prev and every field, bodyHash in place of the body

// Gives drafts their identity: id, stamp, author, console. Not thread-safe; one a console.
class Recorder
{
public:
    Recorder(ConsoleId installation, QString author) : m_installation(installation), m_author(std::move(author)) {}

    [[nodiscard]] Event record(const EventDraft &draft, Instant now);
    [[nodiscard]] std::vector<Event> record(const std::vector<EventDraft> &drafts, Instant now);
    void observe(Stamp stamp) { m_clock.observe(stamp); }
    [[nodiscard]] const QString &author() const { return m_author; }
    void setAuthor(const QString &author) { m_author = author; }

private:
    ConsoleId m_installation;
    QString m_author;
    HybridClock m_clock;
};

} // namespace qd
