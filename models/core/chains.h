#pragma once
// What the id of a chain tells.

#include "models/core/event.h"

namespace qd {

// False: it was begun before each incident had a chain of its own, or had to make room for another, and may run through several. Of such a
// chain a bundle or a hub brings the events of one incident alone, with the numbers that they have.
[[nodiscard]] inline bool isOfOneIncident(const ConsoleId &chain)
{
    return (chain.uuid().data3 >> 12) == 8; // as chainOf() makes them
}

} // namespace qd
