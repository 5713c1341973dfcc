#pragma once
// An incident as the command line prints it. Times are ISO 8601 UTC, null when not known; durations are whole seconds, null when not known or
// impossible. A redacted entry has no text.

#include "models/review/actionlist.h"
#include "models/review/review.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qd::exchange {

[[nodiscard]] QJsonObject incidentJson(const plan::Plan &plan, const Incident &incident, const std::vector<clocks::Countdown> &clocks,
                                       Instant now);
[[nodiscard]] QJsonArray timelineJson(const Incident &incident); // in the order in which it happened
[[nodiscard]] QJsonObject entryJson(const TimelineEntry &entry);
[[nodiscard]] QJsonArray clocksJson(const std::vector<clocks::Countdown> &clocks);
[[nodiscard]] QJsonArray actionsJson(const review::ActionList &actions);
[[nodiscard]] QJsonArray findingsJson(const std::vector<review::Finding> &findings);
[[nodiscard]] QJsonArray commentsJson(const std::vector<ReviewComment> &comments);
[[nodiscard]] QJsonArray reviewersJson(const std::vector<Reviewer> &reviewers);
[[nodiscard]] QJsonArray factsJson(const std::vector<review::Fact> &facts);
[[nodiscard]] QJsonArray finalsJson(const Incident &incident);
[[nodiscard]] QJsonArray sectionsJson(const std::vector<review::DraftSection> &sections);

} // namespace qd::exchange
