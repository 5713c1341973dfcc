#include "models/oncall/series.h"

#include "models/oncall/ical.h"

#include <QCoreApplication>

namespace qd::oncall {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

constexpr qint64 day = 24 * 3600;

// A rule by days or hours is taken apart: libical steps, and what only passes over days is passed over here, so that a rule which never comes
// true ends at the window instead of in the year 20,000.
struct Filters
{
    std::vector<int> months;
    std::vector<int> days;     // of the month, from its end where negative
    std::vector<int> weekdays; // 1 is Monday

    [[nodiscard]] bool pass(qint64 wall) const
    {
        const QDate date = QDateTime::fromSecsSinceEpoch(wall, Qt::UTC).date();
        const auto has = [](const std::vector<int> &all, int one) {
            return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
        };
        const bool inMonth = days.empty() || has(days, date.day()) || has(days, date.day() - date.daysInMonth() - 1);
        return has(months, date.month()) && inMonth && has(weekdays, date.dayOfWeek());
    }
};

std::vector<int> takeNumbers(short *values)
{
    std::vector<int> taken;
    for (short *value = values; *value != ICAL_RECURRENCE_ARRAY_MAX; ++value)
        taken.push_back(*value);
    values[0] = ICAL_RECURRENCE_ARRAY_MAX;
    return taken;
}

Filters takeFilters(icalrecurrencetype &rule)
{
    Filters filters{takeNumbers(rule.by_month), takeNumbers(rule.by_month_day), {}};
    for (const int weekday : takeNumbers(rule.by_day)) {
        const int sunday1 = icalrecurrencetype_day_day_of_week(static_cast<short>(weekday));
        filters.weekdays.push_back(sunday1 == 1 ? 7 : sunday1 - 1);
    }
    return filters;
}

bool has(const short *values)
{
    return values[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

// Empty: it can be followed.
QString whyNot(const icalrecurrencetype &rule)
{
    const bool byTheDay = rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_HOURLY_RECURRENCE;
    if (rule.freq == ICAL_NO_RECURRENCE)
        return Words::tr("its rule cannot be read");
    if (rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE)
        return Words::tr("it comes again every minute or second, and no shift does");
    if (byTheDay && (has(rule.by_year_day) || has(rule.by_week_no) || has(rule.by_set_pos)))
        return Words::tr("its rule by days cannot be followed");
    return {};
}

// Where it is not the event itself that an extra date repeats, that has an end of its own.
struct Span
{
    const Moment &start;
    const std::optional<Moment> &end;
    const std::optional<Length> &length;
};

std::optional<Occurrence> lasting(const Span &span, const Moment &start, ZoneBook &zones);

Span spanOf(const Event &event)
{
    return {*event.start, event.end, event.length};
}

class Walk
{
public:
    Walk(const Event &event, const Window &window, ZoneBook &zones, Budget &budget);
    void followRule();
    void add(const Moment &start, const std::optional<Occurrence> &lasts);

    Expansion result;

private:
    [[nodiscard]] Moment at(qint64 wall) const
    {
        Moment moment = *m_event.start;
        moment.seconds = wall;
        return moment;
    }
    void step(const icalrecurrencetype &rule, int count, const Filters &filters, std::optional<Instant> until, Duration longest);

    const Event &m_event;
    const Window &m_window;
    ZoneBook &m_zones;
    Budget &m_budget;
    std::vector<Instant> m_except;  // in order
    std::vector<qint64> m_freeDays; // whole days that are excepted, in order
};

Walk::Walk(const Event &event, const Window &window, ZoneBook &zones, Budget &budget)
    : m_event(event),
      m_window(window),
      m_zones(zones),
      m_budget(budget)
{
    for (const Moment &except : event.except) {
        if (except.isDate && !event.start->isDate)
            m_freeDays.push_back(except.seconds / day);
        else
            m_except.push_back(zones.instant(except));
    }
    std::sort(m_except.begin(), m_except.end());
    std::sort(m_freeDays.begin(), m_freeDays.end());
}

void Walk::add(const Moment &start, const std::optional<Occurrence> &lasts)
{
    if (!lasts || lasts->to <= m_window.from || lasts->from >= m_window.to)
        return;
    if (std::binary_search(m_except.begin(), m_except.end(), lasts->from)
        || std::binary_search(m_freeDays.begin(), m_freeDays.end(), start.seconds / day))
        return;
    if (--m_budget.occurrences >= 0)
        result.occurrences.push_back(*lasts);
    else
        result.problem = Words::tr("there are more shifts than can be looked at; the rest was left out");
}

std::optional<Instant> untilOf(const icalrecurrencetype &rule, const Moment &start, ZoneBook &zones)
{
    const std::optional<qint64> wall = wallSeconds(rule.until);
    if (!wall)
        return std::nullopt;
    Moment until{*wall, false, icaltime_is_utc(rule.until) != 0, start.zone};
    if (start.isUtc)
        until.isUtc = true;
    if (rule.until.is_date)
        until.seconds += day - 1;
    return zones.instant(until);
}

void Walk::followRule()
{
    icalrecurrencetype rule = icalrecurrencetype_from_string(m_event.rule.constData());
    if (result.problem = whyNot(rule); !result.problem.isEmpty())
        return;
    const std::optional<Instant> until = untilOf(rule, *m_event.start, m_zones);
    const std::optional<Occurrence> first = lasting(spanOf(m_event), *m_event.start, m_zones);
    if (!first || first->from >= m_window.to)
        return;
    const Duration longest = first->to - first->from + std::chrono::hours(48);
    if (until && *until + longest < m_window.from)
        return;
    if (--m_budget.rules < 0) {
        result.problem = Words::tr("there are more series than can be followed; this one was left out");
        return;
    }
    const int count = rule.count > 0 ? rule.count : std::numeric_limits<int>::max();
    rule.until = icaltime_null_time();
    rule.count = 0;
    const bool byTheDay = rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_HOURLY_RECURRENCE;
    const Filters filters = byTheDay ? takeFilters(rule) : Filters();
    step(rule, count, filters, until, longest);
}

void Walk::step(const icalrecurrencetype &rule, int count, const Filters &filters, std::optional<Instant> until, Duration longest)
{
    const qint64 start = m_event.start->seconds;
    const qint64 begin = toSeconds((m_window.from - longest).time_since_epoch());
    const qint64 end = toSeconds((m_window.to + std::chrono::hours(48)).time_since_epoch());
    const IcalIterator iterator(icalrecur_iterator_new(rule, toIcal(start, m_event.start->isDate)));
    if (!iterator) {
        result.problem = Words::tr("its rule never comes true");
        return;
    }
    while (count > 0) {
        if (--m_budget.steps < 0) {
            result.problem = Words::tr("its series is longer than can be followed; the rest was left out");
            return;
        }
        const std::optional<qint64> wall = wallSeconds(icalrecur_iterator_next(iterator.get()));
        if (!wall || *wall > end)
            return;
        if (*wall < start || !filters.pass(*wall))
            continue;
        --count;
        if (*wall < begin)
            continue;
        if (until && m_zones.instant(at(*wall)) > *until)
            return;
        add(at(*wall), lasting(spanOf(m_event), at(*wall), m_zones));
    }
}

bool isSameClock(const Moment &one, const Moment &other)
{
    return one.isUtc == other.isUtc && one.zone == other.zone;
}

Moment later(Moment moment, const Length &length)
{
    moment.seconds += length.days * day;
    return moment;
}

std::optional<Occurrence> lasting(const Span &span, const Moment &start, ZoneBook &zones)
{
    const Instant from = zones.instant(start);
    Instant to = from;
    if (span.end && isSameClock(*span.end, span.start)) {
        Moment end = start;
        end.seconds += span.end->seconds - span.start.seconds;
        to = zones.instant(end);
    } else if (span.end) {
        to = from + (zones.instant(*span.end) - zones.instant(span.start));
    } else if (span.length) {
        to = zones.instant(later(start, *span.length)) + std::chrono::seconds(span.length->seconds);
    } else if (start.isDate) {
        to = zones.instant(later(start, {1, 0}));
    }
    return to > from ? std::optional(Occurrence{from, to, from}) : std::nullopt;
}

} // namespace

std::optional<Occurrence> onlyOccurrence(const Event &event, ZoneBook &zones)
{
    return event.start ? lasting(spanOf(event), *event.start, zones) : std::nullopt;
}

Expansion expand(const Event &event, const Window &window, ZoneBook &zones, Budget &budget)
{
    Walk walk(event, window, zones, budget);
    if (!event.rule.isEmpty())
        walk.followRule();
    if (event.rule.isEmpty() || !walk.result.problem.isEmpty())
        walk.add(*event.start, lasting(spanOf(event), *event.start, zones));
    for (const ExtraDate &extra : event.extra) {
        const Span its = extra.end || extra.length ? Span{extra.start, extra.end, extra.length} : spanOf(event);
        walk.add(extra.start, lasting(its, extra.start, zones));
    }
    return walk.result;
}

} // namespace qd::oncall
