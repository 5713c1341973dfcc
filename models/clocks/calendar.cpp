#include "models/clocks/calendar.h"

namespace qd::clocks {
namespace {

constexpr int longestClosure = 3 * 366; // days; a calendar that stays closed longer is closed for good

struct Opening
{
    Instant from{};
    Instant to{};
};

bool isWorkingDay(QDate date, const plan::Calendar &calendar)
{
    return std::find(calendar.days.begin(), calendar.days.end(), date.dayOfWeek()) != calendar.days.end()
        && std::find(calendar.holidays.begin(), calendar.holidays.end(), date) == calendar.holidays.end();
}

enum class Twice { First, Last }; // which one of a clock time that comes twice

std::optional<Instant> occurrence(const QDateTime &local, int offsetSeconds, const QTimeZone &zone)
{
    const Instant at = toInstant(local) - std::chrono::seconds(offsetSeconds);
    const QDateTime read = toDateTime(at, zone);
    return read.date() == local.date() && read.time() == local.time() ? std::optional(at) : std::nullopt;
}

// A clock time that summer time skips is the moment at which it is over. QDateTime's own answers to both questions differ by version.
Instant instantOf(QDate date, QTime time, const QTimeZone &zone, Twice which)
{
    const QDateTime local(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(local.addDays(-1));
    const int after = zone.offsetFromUtc(local.addDays(1));
    if (before == after)
        return toInstant(local) - std::chrono::seconds(before);
    const bool first = which == Twice::First;
    if (const std::optional<Instant> at = occurrence(local, first ? before : after, zone))
        return *at;
    if (const std::optional<Instant> at = occurrence(local, first ? after : before, zone))
        return *at;
    const QDateTime over = zone.nextTransition(local.addDays(-1)).atUtc;
    return over.isValid() ? toInstant(over) : toInstant(local);
}

Instant closingOn(QDate date, const plan::Calendar &calendar, const QTimeZone &zone)
{
    const bool untilMidnight = calendar.closes == QTime(0, 0);
    return untilMidnight ? endOfDay(date, zone) + Duration(1) : instantOf(date, calendar.closes, zone, Twice::Last);
}

Opening openingOn(QDate date, const plan::Calendar &calendar, const QTimeZone &zone)
{
    return {instantOf(date, calendar.opens, zone, Twice::First), closingOn(date, calendar, zone)};
}

QDate dateOf(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant, zone).date();
}

bool everOpen(const plan::Calendar &calendar)
{
    const bool hours =
        calendar.opens.isValid() && calendar.closes.isValid() && (calendar.closes > calendar.opens || calendar.closes == QTime(0, 0));
    return hours && std::any_of(calendar.days.begin(), calendar.days.end(), [](int day) { return day >= 1 && day <= 7; });
}

std::optional<QDate> nextWorkingDay(QDate after, const plan::Calendar &calendar)
{
    for (int days = 1; days <= longestClosure; ++days) {
        if (isWorkingDay(after.addDays(days), calendar))
            return after.addDays(days);
    }
    return std::nullopt;
}

} // namespace

QTimeZone zoneOf(const plan::Plan &plan)
{
    const QTimeZone zone(plan.zone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

Instant endOfDay(QDate date, const QTimeZone &zone)
{
    return toInstant(date.addDays(1).startOfDay(zone)) - Duration(1);
}

std::optional<Instant> addOpenTime(Instant from, Duration open, const plan::Calendar &calendar, const QTimeZone &zone)
{
    if (!everOpen(calendar))
        return std::nullopt;
    std::optional<QDate> date = dateOf(from, zone);
    if (!isWorkingDay(*date, calendar))
        date = nextWorkingDay(*date, calendar);
    for (; date; date = nextWorkingDay(*date, calendar)) {
        const Opening hours = openingOn(*date, calendar, zone);
        const Instant start = std::max(from, hours.from);
        if (start >= hours.to)
            continue;
        if (start + open <= hours.to)
            return start + open;
        open -= hours.to - start;
    }
    return std::nullopt;
}

Duration openTimeBetween(Instant from, Instant to, const plan::Calendar &calendar, const QTimeZone &zone)
{
    Duration open{};
    if (!everOpen(calendar) || to <= from)
        return open;
    std::optional<QDate> date = nextWorkingDay(dateOf(from, zone).addDays(-1), calendar);
    for (; date; date = nextWorkingDay(*date, calendar)) {
        const Opening hours = openingOn(*date, calendar, zone);
        if (hours.from >= to)
            break;
        open += std::max(Duration{}, std::min(to, hours.to) - std::max(from, hours.from));
    }
    return open;
}

std::optional<Instant> addWorkingTime(Instant from, const plan::WorkingTime &time, const plan::Calendar &calendar, const QTimeZone &zone)
{
    if (!everOpen(calendar))
        return std::nullopt;
    Instant reached = from;
    if (time.days > 0) {
        std::optional<QDate> date = dateOf(from, zone);
        for (int day = 0; day < time.days && date; ++day)
            date = nextWorkingDay(*date, calendar);
        if (!date)
            return std::nullopt;
        reached = closingOn(*date, calendar, zone);
    }
    return time.hours > 0 ? addOpenTime(reached, std::chrono::hours(time.hours), calendar, zone) : reached;
}

std::optional<Instant> dueAfter(Instant from, const plan::Target &target, const plan::Plan &plan)
{
    if (const Duration *duration = std::get_if<Duration>(&target))
        return from + *duration;
    if (const plan::WorkingTime *working = std::get_if<plan::WorkingTime>(&target))
        return addWorkingTime(from, *working, plan.calendar, zoneOf(plan));
    return std::nullopt;
}

} // namespace qd::clocks
