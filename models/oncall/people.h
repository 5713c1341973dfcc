#pragma once
// Who a shift is about, and whether they are called first, as calendars say it: "On Call - Ada Lovelace - Database", "[L2] grace",
// "Secondary: Grace Hopper", "Ada is on call", "Ada covers for Grace", or an attendee.

#include "models/oncall/event.h"
#include "models/oncall/shift.h"

namespace qd::oncall {

struct Named
{
    QString name;
    QString address;
    bool operator==(const Named &) const = default;
};

struct Duty
{
    std::vector<Named> people;  // none: the event names nobody
    std::optional<Level> level; // absent: it does not say
    bool covers = false;        // stands for another shift at the same time
    QString insteadOf;          // of this person; empty: of anybody
};

// Whom "On-call Engineer", "Secondary on-call" or "Backup engineer" mean; absent: it is no word for who is on call.
[[nodiscard]] std::optional<Level> levelCalled(const QString &who);

[[nodiscard]] Duty dutyOf(const Event &event, const QString &calendarName);

} // namespace qd::oncall
