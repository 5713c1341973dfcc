#pragma once
// How far the hub's clock is ahead of the time of day here.
//
// A sample is anchored to the steady clock: when somebody sets this machine's time of day, the offset follows at the next look, without asking
// the hub. Of the last samples the one that took the shortest way there and back is believed.

#include "models/core/time.h"

#include <deque>
#include <optional>

namespace qd::hub {

class ClockOffset
{
public:
    void add(Instant hubTime, Duration steadyBefore, Duration steadyAfter);
    [[nodiscard]] std::optional<Duration> ahead(Instant now, Duration steady) const; // none: not measured yet
    void forget() { m_samples.clear(); }                                             // another server has another clock

private:
    struct Sample
    {
        Instant hub{};
        Duration at{}, roundTrip{};
    };
    std::deque<Sample> m_samples;
};

} // namespace qd::hub
