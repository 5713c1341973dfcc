#pragma once
// Every countdown of an incident: a pure function of the plan, the incident and the instant.
//
// 1. Due times are absolute UTC. The laptop sleeps, the wall clock jumps, daylight saving comes: they stay right.
// 2. Acknowledge and resolve count from detection (or the start, where the plan says so); a change of severity applies the new target from
//    the same origin. Paused time does not count, and survives later changes of severity.
// 3. A missed clock stays on the record as missed, with by how much, also after it was met late.
// 4. A target in words is shown and never counted down.
// 5. At its due time a clock is still in time; a millisecond later it is missed.
// 6. What resolution ends without having been met (an update, an empty seat, an escalation) is dropped when it was not due yet, and is
//    settled as missed, late until the resolution, when it was. Reopening starts updates and seats anew; resolve runs on from its origin.
// 7. A step of escalation that the plan takes at once is part of the response: it is due when the response is, and has no time while the
//    severity is unknown.
// 8. A waiver of an update or a seat skips the window that it was made in, and no other.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::clocks {

enum class State { Running, Met, Missed, Waived, Paused };

struct Countdown
{
    // "acknowledge" "resolve" "update:AUDIENCE" "escalate:STEP" "role:ROLE" "watch" "ask:N" "postmortem" "postmortem-document" "action:N";
    // an earlier window of an audience's updates is "update:AUDIENCE#N", an earlier vacancy of a seat "role:ROLE#N"
    QString id;
    QString kind;    // the part of the id before the colon
    QString label;   // "Status page update"
    QString detail;  // "every 15 min", "if not resolved in 30 min"
    QString subject; // the audience, escalation step, role, or the event id of the ask or action item
    Instant startedAt{};
    std::optional<Instant> dueAt;  // absent: a target in words, or a condition without a time
    std::optional<Instant> warnAt; // from when it is near its end (Plan::warnAt)
    QString words;                 // of a target in words
    State state = State::Running;
    std::optional<Instant> metAt;
    EventId metBy;
    Duration lateBy{}; // of a missed clock: until it was met, or until now; of a waived one: by how much it was late when it was waived
    Duration total{};  // the time that the plan gives, without pauses
    Duration left{};   // of a paused clock: what was left when it was paused
    std::optional<Instant> pausedSince;  // dueAt moves with now as long as it is paused
    std::optional<Instant> snoozedUntil; // no notice before; the due time is unmoved
    QString reason;                      // of the pause, snooze or waiver
    bool operator==(const Countdown &) const = default;

    [[nodiscard]] bool isOpen() const { return (state == State::Running || state == State::Missed || state == State::Paused) && !metAt; }
};

// Sorted: open ones by due time (missed first, as they are the earliest; paused and timeless ones last), then the settled ones by when
// they were met. Of an audience's updates: the window that runs, and those past ones that were missed.
[[nodiscard]] std::vector<Countdown> clocks(const plan::Plan &plan, const Incident &incident, Instant now);

// The next instant at which anything in `all` changes by itself (a warning begins, a clock is missed, a snooze ends); absent: never.
[[nodiscard]] std::optional<Instant> nextChange(const std::vector<Countdown> &all, Instant now);

// The clock that a commander must look at first: the open one that is due first; nullptr: none.
[[nodiscard]] const Countdown *mostUrgent(const std::vector<Countdown> &all);

// Every window of the updates to one audience since detection, kept or missed: what the post-mortem counts.
[[nodiscard]] std::vector<Countdown> updateWindows(const plan::Plan &plan, const Incident &incident, const plan::Audience &audience,
                                                   Instant now);

[[nodiscard]] QString stateName(State state); // "running", "met", …: the words of the command line

} // namespace qd::clocks
