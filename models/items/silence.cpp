#include "models/items/silence.h"

namespace qd::items {

Duration silenceWorthARow(const plan::Plan &plan, const QString &severity)
{
    std::optional<Duration> pace;
    for (const plan::Audience &audience : plan.audiences) {
        const plan::Cadence *cadence = plan::findCadence(audience, severity);
        const Duration *every = cadence && cadence->every ? std::get_if<Duration>(&*cadence->every) : nullptr;
        if (every && (!pace || *every < *pace))
            pace = *every;
    }
    if (!pace)
        return std::chrono::minutes(4);
    return std::clamp<Duration>(*pace / 4, std::chrono::minutes(2), std::chrono::minutes(15));
}

} // namespace qd::items
