#pragma once
// The time that everything goes by: this machine's, until a hub's clock was compared with it; from then on the hub's, so that every desk shows
// the same countdown. It runs on evenly from there: a time of day that is set meanwhile does not move it.

#include "models/hub/hubclock.h"

#include <atomic>
#include <limits>
#include <optional>

namespace qd {

class CorrectedClock : public Clock
{
public:
    explicit CorrectedClock(const hub::HubClock &machine) : m_machine(machine) { }
    [[nodiscard]] Instant now() const override
    {
        const qint64 base = m_base.load();
        return base == byTheMachine ? m_machine.now() : Instant(Duration(base) + m_machine.steady());
    }
    void correct(const std::optional<Duration> &hubIsAhead) // of the machine's time of day at this moment; none: by the machine again
    {
        if (!hubIsAhead) {
            m_base = byTheMachine;
            return;
        }
        const Instant told = m_machine.now() + *hubIsAhead;
        if (m_base.load() == byTheMachine || std::chrono::abs(told - now()) > worthwhile)
            m_base = (told.time_since_epoch() - m_machine.steady()).count();
    }

private:
    static constexpr Duration worthwhile = std::chrono::milliseconds(100); // what is measured trembles; nobody sees less
    static constexpr qint64 byTheMachine = std::numeric_limits<qint64>::min();
    const hub::HubClock &m_machine;
    std::atomic<qint64> m_base = byTheMachine; // milliseconds since 1970, where steady() began
};

} // namespace qd
