#pragma once

#include "models/core/time.h"

namespace qd {

class SystemClock : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
};

} // namespace qd
