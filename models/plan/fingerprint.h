#pragma once

#include "models/plan/plan.h"

namespace qd::plan {

// What a plan says, as one word: the SHA-256, in hex, of the canonical JSON that an incident embeds. Two plans have the same exactly when
// they say the same; the version that an author wrote into a plan is only a part of what it says.
[[nodiscard]] QString fingerprint(const Plan &plan);

} // namespace qd::plan
