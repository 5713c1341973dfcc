#pragma once
// Times as people write them in plans: "Immediate (< 5 minutes)", "within 15 min", "1-2 hours", "next business day", "hourly", "T+24h".

#include "models/plan/target.h"

namespace qd::plan::written {

struct TimeRead
{
    std::optional<Duration> duration; // absent: it is working time
    WorkingTime working;
    bool atOnce = false; // "immediately", with no number beside it
    qsizetype start = 0; // where it stands in the text
    qsizetype length = 0;

    [[nodiscard]] Target target() const { return duration ? Target(*duration) : Target(working); }
};

// Every time in a text, from left to right. Of a range the upper bound ("1-2 hours" is 2 hours). "Immediate" beside a number is that number.
// A month is 30 days. "24/7", clock times, percentages and dates are no times.
[[nodiscard]] std::vector<TimeRead> timesIn(const QString &text);

// The one time that a text states: the first; else, for a short text, its words ("next sprint"). Nothing for "TBD", "n/a", "-", or prose.
[[nodiscard]] MaybeTarget targetIn(const QString &text);

struct Band // "0-5 minutes", "15 minutes - 4 hours", "60+ minutes", "within 48 hours"
{
    std::optional<Duration> from;
    std::optional<Duration> until;
};
[[nodiscard]] std::optional<Band> bandIn(const QString &text);

} // namespace qd::plan::written
