#pragma once
// The time of day, and a time that never jumps.

#include "models/core/time.h"

namespace qd::hub {

class HubClock : public Clock
{
public:
    [[nodiscard]] virtual Duration steady() const = 0; // since some beginning; goes on evenly, also when the time of day is set
};

} // namespace qd::hub
