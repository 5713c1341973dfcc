#pragma once
// The course of an incident as its clocks see it: when it was open, and what severity it had.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::clocks {

struct Stretch // of time; without an end it lasts
{
    Instant from{};
    std::optional<Instant> to{};
    EventId endedBy{};
};

struct Course
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now{};
    const plan::Severity *severity = nullptr; // now; nullptr: not known, so there are no targets
    Instant detected{};                       // where that is not known, declared
    Instant origin{};                         // of acknowledge, resolve and escalation (Plan::origin)
    std::vector<Stretch> open{};              // more than one after it was reopened
    std::optional<Instant> resolvedAt{};
    EventId resolvedBy{};
};

// Absent: the incident was never declared.
[[nodiscard]] std::optional<Course> courseOf(const plan::Plan &plan, const Incident &incident, Instant now);

// The severity in which a stretch ended; of one that lasts, that of now.
[[nodiscard]] const plan::Severity *severityAtEnd(const Course &course, const Stretch &stretch);

} // namespace qd::clocks
