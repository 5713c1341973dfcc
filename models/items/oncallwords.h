#pragma once
// Who is on call, in words for the window.

#include "models/items/card.h"
#include "models/oncall/roster.h"

namespace qd::items {

struct OnCallView
{
    oncall::OnCallNow now;
    TimeText until; // how the end of a shift is shown: "09:00 CET", "Mon 09:00 CET"
};

[[nodiscard]] QString levelWord(oncall::Level level);                               // "primary"
[[nodiscard]] QString dutyWords(const oncall::OnDuty &duty, const TimeText &until); // "on call · primary until 09:00 CET"
[[nodiscard]] QString onCallLine(const OnCallView &view);                           // empty: no schedule is known
[[nodiscard]] QString sourceWords(const oncall::SourceState &state, Instant now, const TimeText &until); // of one schedule

// Of an escalation step: who stands behind "On-call Engineer"; nullptr: it names nobody who is on call, or nobody is.
[[nodiscard]] const oncall::OnDuty *onCallFor(const QString &who, const oncall::OnCallNow &now);
// "on call until 09:00 CET", or that nobody is and when that ends; empty: the step does not name who is on call, or no schedule is known.
[[nodiscard]] QString calledWords(const QString &who, const OnCallView &view);

} // namespace qd::items
