#pragma once
// The plan's escalation as rows: what is due first, then what waits for its condition, then what was raised, then what does not apply.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

// A row's id is its step's.
[[nodiscard]] Cards escalationCards(const plan::Plan &plan, const Incident &incident, const std::vector<clocks::Countdown> &clocks,
                                    Instant now, const TimeText &time);

[[nodiscard]] const plan::EscalationStep *findStep(const plan::Plan &plan, const QString &id); // nullptr: none
[[nodiscard]] QString nextStep(const std::vector<clocks::Countdown> &clocks);                  // the one that is due first; empty: none
[[nodiscard]] QString escalationSummary(const std::vector<clocks::Countdown> &clocks, Instant now);

} // namespace qd::items
