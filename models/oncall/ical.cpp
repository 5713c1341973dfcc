#include "models/oncall/ical.h"

#include <QDateTime>

namespace qd::oncall {

IcalComponent parseComponent(const QByteArray &name, const std::vector<const PropertyLine *> &lines)
{
    QByteArray text = "BEGIN:" + name + "\r\n";
    for (const PropertyLine *line : lines)
        text += line->text + "\r\n";
    text += "END:" + name + "\r\n";
    icalerror_set_errors_are_fatal(false);
    return IcalComponent(icalparser_parse_string(text.constData()));
}

std::optional<qint64> wallSeconds(const icaltimetype &time)
{
    if (icaltime_is_null_time(time))
        return std::nullopt;
    const QDate date(time.year, time.month, time.day);
    const QTime clock = time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59)); // 60: a leap second
    if (!date.isValid() || !clock.isValid() || time.year < 1600 || time.year > 2500)
        return std::nullopt;
    return QDateTime(date, clock, Qt::UTC).toSecsSinceEpoch();
}

icaltimetype toIcal(qint64 seconds, bool isDate)
{
    const QDateTime wall = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    icaltimetype time = icaltime_null_time();
    time.year = wall.date().year();
    time.month = wall.date().month();
    time.day = wall.date().day();
    time.is_date = isDate;
    if (!isDate) {
        time.hour = wall.time().hour();
        time.minute = wall.time().minute();
        time.second = wall.time().second();
    }
    return time;
}

} // namespace qd::oncall
