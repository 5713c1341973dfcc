#pragma once
// Whom the plan keeps informed, as rows: what was last said to each, and when the next word is due.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

[[nodiscard]] Cards audienceCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now,
                                  const TimeText &time);
[[nodiscard]] const UpdateDraft *draftFor(const Incident &incident, const QString &audience); // nullptr: none
[[nodiscard]] const SentUpdate *lastSent(const Incident &incident, const QString &audience);

// Placeholders that were left standing as "[name]" because the incident has no value for them: where they stand in the text.
struct Gap
{
    int from = 0;
    int length = 0;
};
[[nodiscard]] std::vector<Gap> gapsIn(const QString &text);

} // namespace qd::items
