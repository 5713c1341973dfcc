#include "ui/widgets/timedisplay.h"

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
    setMode(static_cast<Mode>((static_cast<int>(m_mode) + 1) % 3));
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
    return toDateTime(instant, m_mode == Mode::Local ? localZone() : QTimeZone::utc()).toString(QStringLiteral("HH:mm"));
}

QString TimeDisplay::exact(Instant instant) const
{
    const QDateTime time = toDateTime(instant, m_mode == Mode::Local ? localZone() : QTimeZone::utc());
    const QString text = time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + time.timeZoneAbbreviation();
    if (m_mode == Mode::SinceDetection && m_origin)
        return tr("%1, %2").arg(clock(instant), text);
    return text;
}

QString TimeDisplay::zoneName() const
{
    if (m_mode == Mode::SinceDetection && m_origin)
        return tr("since detection");
    if (m_mode != Mode::Local)
        return QStringLiteral("UTC");
    return m_origin ? toDateTime(*m_origin, localZone()).timeZoneAbbreviation()
                    : localZone().displayName(QTimeZone::StandardTime, QTimeZone::ShortName);
}

QDate TimeDisplay::day(Instant instant) const
{
    return toDateTime(instant, m_mode == Mode::Local ? localZone() : QTimeZone::utc()).date();
}

} // namespace qd::ui
