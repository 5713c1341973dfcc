#pragma once
// Where an incident stands in a phase of its plan, by the time since detection (plan.phases[].starts_after and ends_after).

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::items {

enum class PhaseState { Untimed, Ahead, Now, Over };

struct PhaseMoment
{
    PhaseState state = PhaseState::Untimed;
    std::optional<Duration> time; // Now: until the phase ends, if it does; Over: since it ended
    bool operator==(const PhaseMoment &) const = default;
};

[[nodiscard]] PhaseMoment momentOf(const plan::Phase &phase, const Incident &incident, Instant now);
[[nodiscard]] QString bandText(const plan::Phase &phase); // "5 min to 15 min after detection"; empty: it has none

} // namespace qd::items
