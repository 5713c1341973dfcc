#include "models/items/phasemoment.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

} // namespace

PhaseMoment momentOf(const plan::Phase &phase, const Incident &incident, Instant now)
{
    const std::optional<Instant> from = incident.milestones.detected ? incident.milestones.detected : incident.milestones.declared;
    if (!from || (!phase.startsAfter && !phase.endsAfter))
        return {};
    const Duration elapsed = now - *from;
    if (phase.startsAfter && elapsed < *phase.startsAfter)
        return {PhaseState::Ahead, {}};
    if (!phase.endsAfter)
        return {PhaseState::Now, {}};
    if (elapsed < *phase.endsAfter)
        return {PhaseState::Now, *phase.endsAfter - elapsed};
    return {PhaseState::Over, elapsed - *phase.endsAfter};
}

QString bandText(const plan::Phase &phase)
{
    if (phase.startsAfter && phase.endsAfter && *phase.startsAfter == Duration{})
        return Words::tr("the first %1").arg(spokenDuration(*phase.endsAfter));
    if (phase.startsAfter && phase.endsAfter)
        return Words::tr("%1 to %2 after detection").arg(spokenDuration(*phase.startsAfter), spokenDuration(*phase.endsAfter));
    if (phase.startsAfter)
        return Words::tr("from %1 after detection").arg(spokenDuration(*phase.startsAfter));
    return phase.endsAfter ? Words::tr("within %1 of detection").arg(spokenDuration(*phase.endsAfter)) : QString();
}

} // namespace qd::items
