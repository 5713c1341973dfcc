#include "models/review/finaldocument.h"

#include "models/core/fold.h"

namespace qd::review {

Documented documented(std::span<const Event> events, const Incident &incident, Instant now)
{
    if (incident.postmortemState != QLatin1String("final") || incident.finals.empty())
        return {incident, now, {}};
    const FinalVersion &final = incident.finals.back();
    return {fold(knownAt(events, final)), final.at, final};
}

} // namespace qd::review
