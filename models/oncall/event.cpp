#include "models/oncall/event.h"

#include "models/oncall/ical.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::oncall {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OnCall)
};

constexpr size_t mostDates = 2000; // RDATE and EXDATE of one event

Moment momentOf(icalproperty *property, const icaltimetype &time, qint64 seconds)
{
    Moment moment{seconds, time.is_date != 0, icaltime_is_utc(time) != 0, {}};
    if (icalparameter *zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER); zone && !moment.isUtc)
        moment.zone = QByteArray(icalparameter_get_tzid(zone)).trimmed();
    return moment;
}

std::optional<Moment> momentOf(icalproperty *property)
{
    const icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
    const std::optional<qint64> seconds = wallSeconds(time);
    return seconds ? std::optional(momentOf(property, time, *seconds)) : std::nullopt;
}

std::optional<Length> lengthOf(const icaldurationtype &duration)
{
    if (duration.is_neg || icaldurationtype_is_bad_duration(duration) || duration.weeks > 520 || duration.days > 3650)
        return std::nullopt;
    const auto seconds = qint64(duration.hours) * 3600 + qint64(duration.minutes) * 60 + duration.seconds;
    return Length{int(duration.weeks * 7 + duration.days), seconds};
}

QString textOf(const char *text)
{
    return QString::fromUtf8(text ? text : "").simplified().left(500);
}

QString addressOf(const char *text)
{
    const QString address = textOf(text);
    return address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive) ? address.mid(7) : address;
}

Attendee attendeeOf(icalproperty *property)
{
    icalparameter *name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
    const icalvalue *value = icalproperty_get_value(property);
    return {name ? textOf(icalparameter_get_cn(name)) : QString(), value ? addressOf(icalvalue_get_caladdress(value)) : QString()};
}

std::optional<ExtraDate> extraOf(icalproperty *property)
{
    const icaldatetimeperiodtype given = icalproperty_get_rdate(property);
    if (icaltime_is_null_time(given.period.start)) {
        const std::optional<qint64> at = wallSeconds(given.time);
        return at ? std::optional(ExtraDate{momentOf(property, given.time, *at), {}, {}}) : std::nullopt;
    }
    const std::optional<qint64> from = wallSeconds(given.period.start);
    const std::optional<qint64> to = wallSeconds(given.period.end);
    if (!from)
        return std::nullopt;
    ExtraDate extra{momentOf(property, given.period.start, *from), {}, {}};
    if (to)
        extra.end = momentOf(property, given.period.end, *to);
    else
        extra.length = lengthOf(given.period.duration);
    return extra;
}

bool isAndLater(icalproperty *property)
{
    icalparameter *range = icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER);
    return range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
}

// False: the value says nothing that could be true.
bool takeTime(Event &event, icalproperty *property)
{
    switch (icalproperty_isa(property)) {
    case ICAL_DTSTART_PROPERTY: return (event.start = momentOf(property)).has_value();
    case ICAL_DTEND_PROPERTY: return (event.end = momentOf(property)).has_value();
    case ICAL_DURATION_PROPERTY: return (event.length = lengthOf(icalproperty_get_duration(property))).has_value();
    case ICAL_RECURRENCEID_PROPERTY: event.andLater = isAndLater(property); return (event.replaces = momentOf(property)).has_value();
    case ICAL_EXDATE_PROPERTY:
        if (const std::optional<Moment> moment = momentOf(property); moment && event.except.size() < mostDates)
            event.except.push_back(*moment);
        return true;
    case ICAL_RDATE_PROPERTY:
        if (const std::optional<ExtraDate> extra = extraOf(property); extra && event.extra.size() < mostDates)
            event.extra.push_back(*extra);
        return true;
    default: return true;
    }
}

// A value of another type ("SUMMARY;VALUE=INTEGER:5") must not be read as what it is not.
bool hasItsType(icalproperty *property)
{
    static const QHash<int, QList<int>> types{
        {ICAL_SUMMARY_PROPERTY, {ICAL_TEXT_VALUE}},
        {ICAL_CATEGORIES_PROPERTY, {ICAL_TEXT_VALUE}},
        {ICAL_SEQUENCE_PROPERTY, {ICAL_INTEGER_VALUE}},
        {ICAL_STATUS_PROPERTY, {ICAL_STATUS_VALUE}},
        {ICAL_ATTENDEE_PROPERTY, {ICAL_CALADDRESS_VALUE}},
        {ICAL_ORGANIZER_PROPERTY, {ICAL_CALADDRESS_VALUE}},
        {ICAL_DTSTART_PROPERTY, {ICAL_DATE_VALUE, ICAL_DATETIME_VALUE}},
        {ICAL_DTEND_PROPERTY, {ICAL_DATE_VALUE, ICAL_DATETIME_VALUE}},
        {ICAL_RECURRENCEID_PROPERTY, {ICAL_DATE_VALUE, ICAL_DATETIME_VALUE}},
        {ICAL_EXDATE_PROPERTY, {ICAL_DATE_VALUE, ICAL_DATETIME_VALUE}},
        {ICAL_RDATE_PROPERTY, {ICAL_DATE_VALUE, ICAL_DATETIME_VALUE, ICAL_DATETIMEPERIOD_VALUE, ICAL_PERIOD_VALUE}},
        {ICAL_DURATION_PROPERTY, {ICAL_DURATION_VALUE}},
        {ICAL_RRULE_PROPERTY, {ICAL_RECUR_VALUE}},
    };
    const auto type = types.find(icalproperty_isa(property));
    return type == types.end() || type->contains(icalvalue_isa(icalproperty_get_value(property)));
}

bool take(Event &event, icalproperty *property)
{
    const char *text = icalproperty_get_value(property) && hasItsType(property) ? icalproperty_get_value_as_string(property) : nullptr;
    if (!text)
        return false;
    switch (icalproperty_isa(property)) {
    case ICAL_UID_PROPERTY: event.uid = QByteArray(text).left(500); return true;
    case ICAL_SEQUENCE_PROPERTY: event.sequence = icalproperty_get_sequence(property); return true;
    case ICAL_STATUS_PROPERTY: event.cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED; return true;
    case ICAL_SUMMARY_PROPERTY: event.summary = textOf(icalproperty_get_summary(property)); return true;
    case ICAL_CATEGORIES_PROPERTY: event.categories << textOf(icalproperty_get_categories(property)); return true;
    case ICAL_ATTENDEE_PROPERTY:
        if (event.attendees.size() < 32)
            event.attendees.push_back(attendeeOf(property));
        return true;
    case ICAL_ORGANIZER_PROPERTY: event.organizer = attendeeOf(property); return true;
    case ICAL_RRULE_PROPERTY: event.rule = QByteArray(text); return true;
    case ICAL_XLICERROR_PROPERTY: return false;
    default: return takeTime(event, property);
    }
}

bool takeAll(Event &event, icalcomponent *component)
{
    bool whole = true;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
        whole = take(event, property) && whole;
    return whole;
}

bool isWanted(const PropertyLine &line)
{
    static const QList<QByteArray> wanted{"UID",     "SEQUENCE", "STATUS",   "SUMMARY", "CATEGORIES", "ATTENDEE", "ORGANIZER",
                                          "DTSTART", "DTEND",    "DURATION", "RRULE",   "RDATE",      "EXDATE",   "RECURRENCE-ID"};
    return wanted.contains(line.name);
}

} // namespace

Event readEvent(const Component &component)
{
    Event event;
    event.line = component.line;
    std::vector<const PropertyLine *> wanted;
    for (const PropertyLine &line : component.lines) {
        if (isWanted(line))
            wanted.push_back(&line);
    }
    const IcalComponent parsed = parseComponent("VEVENT", wanted);
    if (parsed && takeAll(event, parsed.get()))
        return event;
    for (const PropertyLine *line : wanted) { // which of them it was
        Event alone;
        const IcalComponent one = parseComponent("VEVENT", {line});
        if (!one || !takeAll(alone, one.get()))
            event.problems << Words::tr("line %1: this cannot be read and was left out: %2")
                                  .arg(line->number)
                                  .arg(QString::fromUtf8(line->text.left(80)));
    }
    return event;
}

} // namespace qd::oncall
