#pragma once
// How large the next batch is, and how long to wait after a failure.

#include "models/hub/courierpolicy.h"

#include <algorithm>

namespace qd::hub {

class Pace // of batches: halved when they are slow or fail, doubled when they are quick
{
public:
    explicit Pace(const Batch &most) : m_most(most), m_now(most) { }
    [[nodiscard]] const Batch &batch() const { return m_now; }
    void shrink(int by = 2) { m_now = {std::max(1, m_now.events / by), std::max<qint64>(1, m_now.bytes / by)}; }
    void shrinkBelow(int events, int by)
    {
        m_now.events = std::min(m_now.events, events);
        shrink(by);
    }
    void grow() { m_now = {std::min(m_most.events, m_now.events * 2), std::min(m_most.bytes, m_now.bytes * 2)}; }

private:
    Batch m_most;
    Batch m_now;
};

class Patience // doubles with each failure, with jitter so that many consoles do not come back at one instant
{
public:
    void succeeded() { m_failures = 0; }
    [[nodiscard]] bool isTried() const { return m_failures > 0; }
    // `lot` from 0 to 1
    [[nodiscard]] Duration afterFailure(const CourierPolicy &policy, double lot)
    {
        const int doublings = std::min(m_failures++, 20);
        return jittered(std::min<Duration>(policy.firstRetry * (1LL << doublings), policy.lastRetry), lot);
    }
    [[nodiscard]] static Duration jittered(Duration whole, double lot)
    {
        return Duration(static_cast<qint64>(static_cast<double>(whole.count()) * (0.5 + lot / 2)));
    }

private:
    int m_failures = 0;
};

struct Trouble // with one thing that a courier does
{
    Patience patience;
    std::optional<Error> error; // none: it worked the last time
    Instant notBefore{};
};

} // namespace qd::hub
