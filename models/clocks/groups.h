#pragma once
// The clocks, a function a group: each appends what it finds to `all`, unsorted.

#include "models/clocks/settle.h"

namespace qd::clocks {

void addTargetClocks(const Course &course, std::vector<Countdown> &all);     // acknowledge, resolve; the first to be called
void addUpdateClocks(const Course &course, std::vector<Countdown> &all);     // the next update to each audience
void addRoleClocks(const Course &course, std::vector<Countdown> &all);       // required seats that are empty
void addEscalationClocks(const Course &course, std::vector<Countdown> &all); // reads the resolve clock in `all`
void addFollowUpClocks(const Course &course, std::vector<Countdown> &all);   // watch, asks, post-mortem, action items

// When the resolve clock was due as it stood at `then`; absent: it is not counted down.
[[nodiscard]] std::optional<Instant> resolveDueAsOf(const Course &course, Instant then);

// Every window of the updates to one audience, numbered from 1 in their ids but for the one that runs.
[[nodiscard]] std::vector<Countdown> windowsOf(const Course &course, const plan::Audience &audience);

} // namespace qd::clocks
