#pragma once

#include "models/hub/hubclock.h"

namespace qd {

class SystemClock : public hub::HubClock
{
public:
    [[nodiscard]] Instant now() const override { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
    [[nodiscard]] Duration steady() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace qd
