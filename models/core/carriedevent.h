#pragma once
// An event on its way between consoles: its body as the very bytes that bodyHash was taken over, which nobody has to parse.

#include "models/core/event.h"

namespace qd {

struct CarriedEvent
{
    Event event;         // its body is left empty
    QByteArray body;     // canonical; empty: redacted
    qint64 position = 0; // in the log of the console that sends it; 0: it comes from the hub
    bool operator==(const CarriedEvent &) const = default;
};

} // namespace qd
