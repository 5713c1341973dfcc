#pragma once
// What the courier stands between: the record of its console, and the hub. Both are small, so that a simulation can be either.
//
// 1. Every call is one step: it happens whole, or not at all, or (at the hub) whole without the answer coming back.
// 2. Everything may be said twice. An event that is there already is left as it is.
// 3. An error of ErrorCode::Storage will pass (the network, a server that starts): try again later. Any other needs a person.

#include "models/core/carriedevent.h"
#include "models/core/result.h"

#include <QHash>

#include <optional>
#include <vector>

namespace qd::hub {

enum class Standing { None, Observer, Responder, Administrator };

struct Greeting
{
    QString hub;    // its identity; a console is in step with one hub only
    QString epoch;  // another one than last time: the hub may have lost what it had acknowledged (a standby that lagged was promoted)
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

class HubPort
{
public:
    virtual ~HubPort() = default;
    [[nodiscard]] virtual Result<Greeting> connect() = 0; // again after every error
    virtual void disconnect() = 0;
    // Answers in the order of the events. What is Kept or Known is durable on the hub.
    [[nodiscard]] virtual Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) = 0;
    [[nodiscard]] virtual Result<Pulled> pull(const QByteArray &cursor, int atMost) = 0; // an empty cursor: from the beginning
    // Up to which number the hub has each of these chains; those that it does not know are left out.
    [[nodiscard]] virtual Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) = 0;
};

struct Membership // what the record knows of its hub
{
    QString hub;
    QString epoch;
    QByteArray cursor;
    bool operator==(const Membership &) const = default;
};

class LogPort
{
public:
    virtual ~LogPort() = default;
    [[nodiscard]] virtual Result<Membership> membership() = 0;
    [[nodiscard]] virtual Result<void> setEpoch(const QString &hub, const QString &epoch) = 0; // durable

    // In the order of the log: what the hub has not said that it has. Events of chains that are held back are left out.
    [[nodiscard]] virtual Result<std::vector<CarriedEvent>> waiting(int atMost) = 0;
    [[nodiscard]] virtual Result<void> acknowledge(const std::vector<qint64> &positions) = 0;   // the hub has them; durable
    [[nodiscard]] virtual Result<void> hold(const ConsoleId &chain, const QString &reason) = 0; // it waits, until release()
    [[nodiscard]] virtual Result<void> release() = 0;                                           // all chains are offered again
    [[nodiscard]] virtual Result<void> unacknowledge(const ConsoleId &chain, qint64 after) = 0; // the hub has it up to there only
    [[nodiscard]] virtual Result<std::vector<ConsoleId>> chains() = 0;                          // all in the log

    // The events and the cursor in one transaction: all of it or nothing.
    [[nodiscard]] virtual Result<void> keep(const std::vector<CarriedEvent> &pulled, const QByteArray &cursor) = 0;
};

} // namespace qd::hub
