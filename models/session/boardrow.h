#pragma once

#include "models/clocks/clocks.h"

namespace qd {

struct BoardRow // one incident on the board
{
    IncidentId id;
    QString ref;
    QString title; // the codename where it is restricted
    QString severity;
    QString severityName;
    int rank = 0; // of the severity in its plan, 0 the worst; -1 not known
    int ranks = 0;
    QString status;
    QString commander;
    QString mergedInto; // a reference; empty: it stands by itself
    bool open = true;
    bool drill = false;
    bool restricted = false;
    std::optional<clocks::Countdown> next;
    Instant declaredAt{};
    bool operator==(const BoardRow &) const = default;
};

} // namespace qd
