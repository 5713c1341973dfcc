#include "models/review/review.h"

namespace qd::review {

Length between(const std::optional<Instant> &from, const std::optional<Instant> &to)
{
    if (!from || !to)
        return {};
    if (*to < *from)
        return {std::nullopt, true};
    return {*to - *from, false};
}

Durations durations(const Incident &incident)
{
    const Milestones &at = incident.milestones;
    return {between(at.started, at.detected),   between(at.detected, at.acknowledged), between(at.acknowledged, at.identified),
            between(at.detected, at.mitigated), between(at.detected, at.resolved),     between(at.started, at.resolved)};
}

} // namespace qd::review
