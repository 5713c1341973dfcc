#pragma once
// The values of the plan format as text: what a plan file says and what people read.

#include "models/core/result.h"
#include "models/plan/plan.h"

namespace qd::plan {

[[nodiscard]] QString writeTarget(const Target &target);  // as in a plan: "1h30m", "3 business days", "next sprint"
[[nodiscard]] QString spokenTarget(const Target &target); // for people: "at once", "1 h 30 min"

// The sentence of a failure says what would be right: "'5 mins' is not a duration; write 5m".
[[nodiscard]] Result<Duration> parseDuration(const QString &text);
[[nodiscard]] Result<Target> parseTarget(const QString &text); // words that begin with a number are taken for a slip

[[nodiscard]] QStringList dayNames(const Calendar &calendar); // "mon", …
[[nodiscard]] std::optional<int> dayFromName(const QString &name);
[[nodiscard]] QString hoursText(const Calendar &calendar); // "09:00-17:00"
[[nodiscard]] bool readHours(const QString &text, Calendar &calendar);

[[nodiscard]] QString needText(Need need); // "true", "optional", "false"
[[nodiscard]] std::optional<Need> needFromText(const QString &text);

[[nodiscard]] QString originText(Origin origin);
[[nodiscard]] std::optional<Origin> originFromText(const QString &text);

// The candidate that a misspelt word most likely means; empty: none is near.
[[nodiscard]] QString nearest(const QString &word, const QStringList &candidates);

} // namespace qd::plan
