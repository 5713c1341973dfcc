#pragma once
// Which incidents are one and the same, and which came again.
//
// 1. Incidents that are linked as merged or as duplicates are one incident: the one that the others point to is counted, and nothing else.
// 2. A repeat is an incident that was there before, in the order of detection; the first of them is none. It is
//    - linked: one of the two is linked to the other as related, duplicate or caused by it; else
//    - of the same cause: both post-mortems name the same root cause, in the form of comparedCause(); else
//    - of the same kind: same type, a service in common, and no more than `repeatsWithin` since the one before.
// 3. A drill repeats drills alone, and is repeated by none but drills.
// 4. All incidents are looked at, also those that a question leaves out: what came back this month may have been there last year.

#include "models/review/measured.h"

namespace qd::review {

inline constexpr std::chrono::days repeatsWithin{30};

enum class RepeatOf { Nothing, Linked, Cause, Kind };

struct Recurrence
{
    bool counted = true; // false: another one stands for it
    RepeatOf reason = RepeatOf::Nothing;
    int before = -1; // the place of the one that it repeats; the latest of several
};

using MeasuredCases = std::vector<std::shared_ptr<const Measured>>;

[[nodiscard]] std::vector<Recurrence> recurrences(const MeasuredCases &cases); // in their order; a place is an index

} // namespace qd::review
