#pragma once
// Where on the timeline a person wants to go: `14:05`, `-30m`, `yesterday 23:50`, `T+20m`, `T+00:20`.

#include "models/core/result.h"
#include "models/core/time.h"

namespace qd::items {

struct JumpContext
{
    Instant now{};
    QTimeZone zone;
    std::optional<Instant> origin; // of T+
    Instant last{};                // of the timeline: a clock time alone means the day on which it is nearest before this
};

[[nodiscard]] Result<Instant> readJump(const QString &typed, const JumpContext &context);

} // namespace qd::items
