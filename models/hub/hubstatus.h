#pragma once
// How a console stands to its hub, in one value: for a status line, a dialog and a terminal.

#include "models/core/ids.h"
#include "models/hub/ports.h"

#include <vector>

namespace qd::hub {

enum class HubState {
    None,       // the record is not shared
    Connecting, // for the first time since the start
    CatchingUp, // entries are on their way, in either direction
    InStep,     // the hub has everything of ours that it takes, and we have everything of the hub's
    Offline,    // it will be tried again, by itself
    Refused,    // it needs a person: `sentence` says what to do
};

struct HeldBack // what the hub will not take
{
    ConsoleId chain;
    QString reason; // a sentence
    bool operator==(const HeldBack &) const = default;
};

struct HubStatus
{
    HubState state = HubState::None;
    QString address;              // without a password
    QString sentence;             // of Offline and Refused: why, and what to do
    bool wantsPassword = false;   // of Refused: another password may help
    std::optional<Instant> since; // of Offline and Refused: when it was last in step; none: never since the start
    qint64 waiting = 0;           // entries that the hub has not said that it has
    qint64 received = 0;          // while catching up: entries that came
    std::vector<HeldBack> held;
    QString person; // whom the hub knows us as; empty: not known yet
    Standing standing = Standing::None;
    bool mayAppend = true; // false: the hub is newer, and lets this version read only
    bool operator==(const HubStatus &) const = default;
};

} // namespace qd::hub
