#pragma once
// The shared database that a file is kept in step with, as the file knows it.

#include "models/core/event.h"

#include <vector>

namespace qd {

struct Sharing
{
    QString address; // without a password, ever
    QString hub;     // its identity
    QString epoch;
    QString person;    // the author that it knows our login as
    QString standing;  // observer, responder, administrator
    QByteArray cursor; // opaque
    [[nodiscard]] bool joined() const { return !address.isEmpty(); }
    bool operator==(const Sharing &) const = default;
};

struct HubPlace // up to where a hub was read, and which
{
    QString hub, epoch;
    QByteArray cursor;
    bool operator==(const HubPlace &) const = default;
};

struct HeldChain // the hub does not take it
{
    ConsoleId chain;
    IncidentId incident;
    QString reason;
    bool operator==(const HeldChain &) const = default;
};

struct Backlog
{
    qint64 waiting = 0; // events that the hub does not have, those of held chains with them
    qint64 held = 0;    // of these, those of held chains
    bool operator==(const Backlog &) const = default;
};

struct SharingState
{
    Sharing with;
    qint64 waiting = 0;              // events that the hub does not have, those of held chains with them
    std::vector<EventId> waitingIds; // the first of them, up to `waitingShown`
    std::vector<HeldChain> held;
    static constexpr int waitingShown = 2000;
    bool operator==(const SharingState &) const = default;
};

struct Parcel // an attachment that has yet to be carried
{
    IncidentId incident;
    QString sha256; // hex
    bool outward = false;
    QString name, mime;
    qint64 size = 0; // bytes
    bool operator==(const Parcel &) const = default;
};

} // namespace qd
