#include "ui/widgets/timedisplay.h"

#include <QLocale>
#include <QTimeZone>

namespace qd::ui {
namespace {

QTimeZone localZone()
{
    return QTimeZone::systemTimeZone();
}

QString sinceText(Duration since)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(since < Duration{} ? -since : since).count();
    return QStringLiteral("T%1%2:%3")
        .arg(since < Duration{} ? QStringLiteral("−") : QStringLiteral("+"))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

void TimeDisplay::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) != mode)
        emit changed();
}

void TimeDisplay::cycle()
{
    static constexpr Mode order[] = {Mode::Utc, Mode::Local, Mode::Incident, Mode::SinceDetection};
    auto next = std::find(std::begin(order), std::end(order), m_mode);
    do
        next = next + 1 == std::end(order) ? std::begin(order) : next + 1;
    while (*next == Mode::Incident && !hasPlanZone());
    setMode(*next);
}

void TimeDisplay::setPlanZone(const QByteArray &zone)
{
    const QTimeZone named(zone);
    const QTimeZone known = named.isValid() && named.id() != "UTC" ? named : QTimeZone::utc();
    if (std::exchange(m_planZone, known) != known)
        emit changed();
}

QTimeZone TimeDisplay::zone() const
{
    return m_mode == Mode::Local ? localZone() : m_mode == Mode::Incident ? m_planZone : QTimeZone::utc();
}

void TimeDisplay::setOrigin(const std::optional<Instant> &detected)
{
    if (std::exchange(m_origin, detected) != detected)
        emit changed();
}

QString TimeDisplay::clock(Instant instant) const
{
    if (m_mode == Mode::SinceDetection && m_origin)
        return sinceText(instant - *m_origin);
    return toDateTime(instant, zone()).toString(QStringLiteral("HH:mm"));
}

QString TimeDisplay::exact(Instant instant) const
{
    const QDateTime time = toDateTime(instant, zone());
    const QString text = time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + time.timeZoneAbbreviation();
    if (m_mode == Mode::SinceDetection && m_origin)
        return tr("%1, %2").arg(clock(instant), text);
    return text;
}

QString TimeDisplay::appointment(Instant instant, Instant now) const
{
    const QDateTime time = toDateTime(instant, zone());
    const qint64 days = std::abs(day(now).daysTo(time.date()));
    const QString format = days == 0 ? QStringLiteral("HH:mm ") : days < 7 ? QStringLiteral("ddd HH:mm ") : QStringLiteral("d MMM HH:mm ");
    return QLocale().toString(time, format) + (zone() == QTimeZone::utc() ? QStringLiteral("UTC") : time.timeZoneAbbreviation());
}

QString TimeDisplay::zoneName() const
{
    if (m_mode == Mode::SinceDetection && m_origin)
        return tr("since detection");
    const QTimeZone its = zone();
    if (its == QTimeZone::utc())
        return QStringLiteral("UTC");
    return m_origin ? toDateTime(*m_origin, its).timeZoneAbbreviation() : its.displayName(QTimeZone::StandardTime, QTimeZone::ShortName);
}

QDate TimeDisplay::day(Instant instant) const
{
    return toDateTime(instant, zone()).date();
}

} // namespace qd::ui
