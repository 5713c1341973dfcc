#pragma once
// The log: what happened to incidents, one immutable event at a time.
//
// 1. An event never changes after it was recorded. Edits, redactions and undo are events of their own.
// 2. The fold takes events in the order (stamp, id). Two consoles with the same set of events hold the same state.
// 3. Each console chains its own events: hash = SHA-256 over prev, every field and bodyHash. The chain commits to the hash of the body,
//    so a redacted body can go while the chain still verifies.
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
    ConsoleId console;
    qint64 consoleSeq = 0; // 1, 2, 3 … within the console; set by the journal, as are the hashes
    QByteArray bodyHash;
    QByteArray prev;
    QByteArray hash;
    bool operator==(const Event &) const = default;
};

[[nodiscard]] inline bool comesBefore(const Event &a, const Event &b)
{
    return a.stamp != b.stamp ? a.stamp < b.stamp : a.id < b.id;
}

// Canonical bytes of a body: compact JSON with sorted keys, UTF-8. What bodyHash is taken over and what is stored.
[[nodiscard]] QByteArray canonicalBody(const QJsonObject &body);
[[nodiscard]] QByteArray hashBody(const QByteArray &canonicalBody);
[[nodiscard]] QByteArray hashEvent(const Event &event); // over prev and every field, bodyHash in place of the body

// Gives drafts their identity: id, stamp, author, console. Not thread-safe; one a console.
class Recorder
{
public:
    Recorder(ConsoleId console, QString author) : m_console(console), m_author(std::move(author)) {}

    [[nodiscard]] Event record(const EventDraft &draft, Instant now);
    [[nodiscard]] std::vector<Event> record(const std::vector<EventDraft> &drafts, Instant now);
    void observe(Stamp stamp) { m_clock.observe(stamp); }
    [[nodiscard]] const QString &author() const { return m_author; }

private:
    ConsoleId m_console;
    QString m_author;
    HybridClock m_clock;
};

} // namespace qd
