#pragma once
// What a plan promises by when, and the working hours that it counts in.

#include "models/core/time.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <variant>
#include <vector>

namespace qd::plan {

// "3 business days", "4 business hours": counted in the plan's calendar only.
struct WorkingTime
{
    int days = 0;
    int hours = 0;
    bool operator==(const WorkingTime &) const = default;
};

// A target: a duration (counted down), working time (counted down in the calendar) or words (shown, never counted down).
using Target = std::variant<Duration, WorkingTime, QString>;

using MaybeTarget = std::optional<Target>;

struct Calendar
{
    std::vector<int> days = {1, 2, 3, 4, 5}; // ISO weekdays, Monday is 1
    QTime opens = QTime(9, 0);               // local time in Plan::zone
    QTime closes = QTime(17, 0);
    std::vector<QDate> holidays;
    bool operator==(const Calendar &) const = default;
};

enum class Origin { Detected, Started }; // what acknowledge and resolve count from

} // namespace qd::plan
