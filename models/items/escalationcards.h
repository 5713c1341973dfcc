#pragma once
// The plan's escalation as rows: what is due first, then what waits for its condition, then what was raised, then what does not apply.

#include "models/clocks/clocks.h"
#include "models/items/card.h"
#include "models/items/oncallwords.h"

namespace qd::items {

// A row's id is its step's. A step that names the engineer on call shows who that is now.
[[nodiscard]] Cards escalationCards(const plan::Plan &plan, const Incident &incident, const std::vector<clocks::Countdown> &clocks,
                                    Instant now, const TimeText &time, const OnCallView &onCall = {});

[[nodiscard]] const plan::EscalationStep *findStep(const plan::Plan &plan, const QString &id);                 // nullptr: none
[[nodiscard]] QString personCalled(const plan::Plan &plan, const QString &step, const oncall::OnCallNow &now); // empty: not known
[[nodiscard]] QString nextStep(const std::vector<clocks::Countdown> &clocks); // the one that is due first; empty: none
[[nodiscard]] QString escalationSummary(const std::vector<clocks::Countdown> &clocks, Instant now);

} // namespace qd::items
