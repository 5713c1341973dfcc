#pragma once
// How a courier is getting on, for a status line.

#include "models/hub/ports.h"

#include <vector>

namespace qd::hub {

enum class CourierState {
    Connecting, // for the first time, or because somebody asked
    Offline,    // it tries again by itself
    Carrying,   // connected, and not yet sure that nothing is left to carry
    InStep,     // what the hub takes of ours it has, and there was nothing more of others
    Refused,    // it tries again, seldom, for it needs a person: `error` says what to do
};

struct HeldChain
{
    ConsoleId chain;
    IncidentId incident;
    QString reason; // the hub's
    bool operator==(const HeldChain &) const = default;
};

struct CourierStatus
{
    CourierState state = CourierState::Connecting;
    Instant since{};                   // of Offline and Refused: when it was last connected; else when the state began
    std::optional<Error> error;        // the last one; none once what failed has worked
    bool needsPerson = false;          // the error does not pass by itself; the rest may go on meanwhile
    Greeting hub;                      // the last that greeted us
    bool maySend = true;               // false: an observer, or a hub that lets this version read only; what waits stays here
    qint64 waiting = 0;                // events that the hub has not said that it has
    qint64 held = 0;                   // of those, the ones that the hub refuses
    std::vector<HeldChain> heldChains; // those that were held since this courier began, the first hundred
    qint64 sent = 0;                   // events, since this courier began
    qint64 received = 0;               // events that came, our own among them
    bool operator==(const CourierStatus &) const = default;
};

} // namespace qd::hub
