#pragma once
// A clock that stands still until a test moves it.

#include "models/core/time.h"

namespace qd::test {

class ManualClock : public Clock
{
public:
    explicit ManualClock(Instant start) : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(Duration by) { m_now += by; }

private:
    Instant m_now;
};

} // namespace qd::test
