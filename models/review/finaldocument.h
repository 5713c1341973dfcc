#pragma once
// Which incident a post-mortem document is of: the one as it is, or, once it is final, the one that was made final.

#include "models/review/review.h"

#include <span>

namespace qd::review {

struct Documented
{
    Incident incident;
    Instant at{};                      // the instant that the document is of
    std::optional<FinalVersion> final; // absent: it is not final
};

// `events`: all of the incident.
[[nodiscard]] Documented documented(std::span<const Event> events, const Incident &incident, Instant now);

} // namespace qd::review
