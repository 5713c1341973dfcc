#pragma once
// Which incidents are asked for, and into which groups they fall; used by metrics.cpp alone.

#include "models/review/metrics.h"

namespace qd::review {

struct Group
{
    QString key;
    QString title;
    int rank = -1;
    Members members;
};

[[nodiscard]] bool isAsked(const Measured &one, const MetricsQuery &query); // but for drills
[[nodiscard]] Group groupOfAll(const MeasuredCases &incidents);

// By month: every one from the first day that is asked, else of the first incident, to the last day that is asked, else to now's.
[[nodiscard]] std::vector<Group> groupsOf(const MeasuredCases &incidents, const MetricsQuery &query, Instant now);

} // namespace qd::review
