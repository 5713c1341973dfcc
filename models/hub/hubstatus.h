#pragma once
// How a console stands to its hub, in one value: for a status line, a dialog and a terminal.

#include "models/hub/courierstatus.h"

namespace qd::hub {

enum class HubState {
    None,       // the record is not shared
    Connecting, // for the first time, or because somebody asked
    CatchingUp, // entries are on their way, in either direction
    InStep,     // the hub has everything of ours that it takes, and we have everything of the hub's
    Offline,    // it will be tried again, by itself
    Refused,    // it needs a person: `sentence` says what to do
};

struct HubStatus
{
    HubState state = HubState::None;
    QString address;              // without a password
    QString sentence;             // what went wrong and what to do; empty: all is well. Also beside another state than Offline and Refused
    bool wantsPassword = false;   // of Refused: another password may help
    bool isEncrypted = false;     // the connection
    std::optional<Instant> since; // of Offline and Refused: when it was last in touch; none: never since the start
    qint64 waiting = 0;           // entries that the hub has not said that it has
    qint64 received = 0;          // entries that came since the start
    std::vector<HeldChain> held;  // what the hub does not take, and why
    QString person;               // whom the hub knows us as; empty: not known yet
    Standing standing = Standing::None;
    bool mayAppend = true; // false: an observer, or the hub is newer and lets this version read only
    bool operator==(const HubStatus &) const = default;
};

[[nodiscard]] HubStatus hubStatus(const CourierStatus &courier, const QString &address);

} // namespace qd::hub
