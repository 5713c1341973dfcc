#pragma once
// What the courier stands between: the record of its console, and the hub. Both are small, so that a simulation can be either.
//
// 1. Every call is one step: it happens whole, or not at all, or (at the hub) whole without the answer coming back.
// 2. Everything may be said twice. An event that is there already is left as it is.
// 3. An error of ErrorCode::Storage will pass (the network, a server that starts): try again later. Any other needs a person.
// 4. Two couriers may stand at one log (a window and a terminal). So what was learnt from a hub is written only where the log still stands as
//    it did when that was asked: otherwise an answer of a server that is gone would count for the one that took its place.

#include "models/core/carriedevent.h"
#include "models/core/result.h"

#include <QHash>

#include <optional>
#include <vector>

namespace qd::hub {

enum class Standing { None, Observer, Responder, Administrator };

struct Greeting
{
    QString hub; // its identity; a console is in step with one hub only
    // Another one than last time: the hub may have lost what it had acknowledged (a standby that lagged was promoted). Never the same for two
    // servers that went apart: each draws it by lot when it first finds itself on a timeline, for two standbys promoted one after the other
    // count their timelines alike.
    QString epoch;
    QString person; // the author of what this login writes
    Standing standing = Standing::None;
    bool mayRead = true, mayAppend = true; // by the versions of both; a newer hub may let an older console read only
    bool operator==(const Greeting &) const = default;
};

enum class Verdict {
    Kept,    // it is on the hub now
    Known,   // it was there before
    Missing, // an event before it in its chain is not on the hub: `hubHas` says up to where it knows the chain
    Refused, // for good; `reason` says why, for a person
};

struct PushAnswer
{
    EventId event;
    Verdict verdict = Verdict::Kept;
    qint64 hubHas = 0;
    QString reason;
    bool operator==(const PushAnswer &) const = default;
};

struct Pulled
{
    std::vector<CarriedEvent> events; // in the hub's order
    QByteArray cursor;                // where to go on from; opaque
    bool more = false;
};

struct Batch // how much at once; always one event at least, however large it is
{
    int events = 500;
    qint64 bytes = 1 << 20; // of bodies
    bool operator==(const Batch &) const = default;
};

class HubPort
{
public:
    virtual ~HubPort() = default;
    [[nodiscard]] virtual Result<Greeting> connect() = 0; // again after every error
    virtual void disconnect() = 0;
    // Answers in the order of the events. What is Kept or Known is durable on the hub.
    [[nodiscard]] virtual Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) = 0;
    [[nodiscard]] virtual Result<Pulled> pull(const QByteArray &cursor, const Batch &batch) = 0; // an empty cursor: from the beginning
    // Up to which number the hub has each of these chains; those that it does not know are left out.
    [[nodiscard]] virtual Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) = 0;
};

struct Membership // what the record knows of its hub
{
    QString hub;   // empty: it is in step with none
    QString epoch; // empty: none yet; joining a hub is setEpoch(hub, {})
    QByteArray cursor;
    bool operator==(const Membership &) const = default;
};

struct Backlog
{
    qint64 waiting = 0; // events that the hub has not said that it has, those of held chains among them
    qint64 held = 0;    // of those, the ones in held chains
    bool operator==(const Backlog &) const = default;
};

class LogPort
{
public:
    virtual ~LogPort() = default;
    [[nodiscard]] virtual Result<Membership> membership() = 0;
    [[nodiscard]] virtual Result<void> setEpoch(const QString &hub, const QString &epoch) = 0; // durable; the cursor stays

    // In the order of the log: what the hub has not said that it has. Events of chains that are held back are left out.
    [[nodiscard]] virtual Result<std::vector<CarriedEvent>> waiting(const Batch &batch) = 0;
    [[nodiscard]] virtual Result<Backlog> backlog() = 0;
    [[nodiscard]] virtual Result<void> hold(const ConsoleId &chain, const QString &reason) = 0; // it waits, until release()
    [[nodiscard]] virtual Result<void> release() = 0;                                           // all chains are offered again
    [[nodiscard]] virtual Result<std::vector<ConsoleId>> chains() = 0;                          // all in the log
    // The hub has these chains up to these numbers only: what comes after waits again. Durable, in one transaction.
    [[nodiscard]] virtual Result<void> unacknowledge(const QHash<ConsoleId, qint64> &hubHas) = 0;

    // These two do nothing and say false where the log is in another hub or epoch by now than `at` says, keep() also where its cursor is
    // another one (somebody else has pulled meanwhile).
    [[nodiscard]] virtual Result<bool> acknowledge(const std::vector<qint64> &positions,
                                                   const Membership &at) = 0; // the hub has them; durable
    // The events (the hub has them) and the cursor in one transaction: all of it or nothing.
    [[nodiscard]] virtual Result<bool> keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor) = 0;
};

} // namespace qd::hub
