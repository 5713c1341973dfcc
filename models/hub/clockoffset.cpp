#include "models/hub/clockoffset.h"

#include <algorithm>

namespace qd::hub {

constexpr size_t kept = 8;

void ClockOffset::add(Instant hubTime, Duration steadyBefore, Duration steadyAfter)
{
    const Duration roundTrip = steadyAfter - steadyBefore;
    m_samples.push_back({hubTime, steadyBefore + roundTrip / 2, roundTrip});
    if (m_samples.size() > kept)
        m_samples.pop_front();
}

std::optional<Duration> ClockOffset::ahead(Instant now, Duration steady) const
{
    const auto best =
        std::min_element(m_samples.begin(), m_samples.end(), [](const Sample &a, const Sample &b) { return a.roundTrip < b.roundTrip; });
    if (best == m_samples.end())
        return std::nullopt;
    return best->hub + (steady - best->at) - now;
}

} // namespace qd::hub
