#pragma once
// The hybrid logical clock that orders the log.
//
// 1. A stamp is 48 bits of milliseconds and 16 of counter; stamps compare as numbers.
// 2. tick() is later than every stamp that this clock has given or seen, also when the wall clock stands still or jumps back.
// 3. A stamp from far in the future (a console whose clock is wrong) is followed, not refused: order is kept, times are not changed.

#include "models/core/time.h"

namespace qd {

using Stamp = quint64;

[[nodiscard]] constexpr Instant stampInstant(Stamp stamp) { return fromMsecs(static_cast<qint64>(stamp >> 16)); }

class HybridClock
{
public:
    [[nodiscard]] Stamp tick(Instant now)
    {
        const Stamp wall = static_cast<Stamp>(std::max<qint64>(toMsecs(now), 0)) << 16;
        m_last = std::max(wall, m_last + 1);
        return m_last;
    }
    void observe(Stamp stamp) { m_last = std::max(m_last, stamp); }
    [[nodiscard]] Stamp last() const { return m_last; }

private:
    Stamp m_last = 0;
};

} // namespace qd
