#pragma once
// Whom the plan keeps informed, as rows: what was last said to each, and when the next word is due.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

[[nodiscard]] Cards audienceCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now,
                                  const TimeText &time);
[[nodiscard]] const UpdateDraft *draftFor(const Incident &incident, const QString &audience); // nullptr: none
[[nodiscard]] const SentUpdate *lastSent(const Incident &incident, const QString &audience);

// Places of a template that still wait for a value: those that the incident has none for (plan/places.h).
struct Gap
{
    int from = 0;
    int length = 0;
    QString name;
};
[[nodiscard]] std::vector<Gap> gapsIn(const QString &text);
[[nodiscard]] QString gapsText(const std::vector<Gap> &gaps); // "2 places have no value: eta, cause"; empty: none

} // namespace qd::items
