#include "models/exchange/timeaxis.h"

namespace qd::exchange {
namespace {

using namespace std::chrono_literals;

constexpr Duration steps[] = {1s, 5s, 10s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h,    2h,
                              3h, 6h, 12h, 24h, 48h,  96h,  168h, 336h,  672h,  1344h, 2688h, 8760h};

Duration stepOf(Duration atLeast)
{
    for (const Duration step : steps) {
        if (step >= atLeast)
            return step;
    }
    return steps[std::size(steps) - 1] * (atLeast / steps[std::size(steps) - 1] + 1);
}

} // namespace

TimeAxis::TimeAxis(Instant from, Instant to, double left, double right, const QTimeZone &zone)
    : m_from(from),
      m_to(std::max(to, from + 1min)),
      m_left(left),
      m_right(right),
      m_zone(zone)
{
}

double TimeAxis::x(Instant at) const
{
    const double share =
        static_cast<double>((std::clamp(at, m_from, m_to) - m_from).count()) / static_cast<double>((m_to - m_from).count());
    return m_left + share * (m_right - m_left);
}

bool TimeAxis::severalDays() const
{
    return toDateTime(m_from, m_zone).date() != toDateTime(m_to, m_zone).date();
}

QString TimeAxis::timeText(Instant at) const
{
    const QString form = m_to - m_from < 30min ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    return toDateTime(at, m_zone).toString(severalDays() ? QStringLiteral("d MMM ") + form : form);
}

std::vector<TimeMark> TimeAxis::marks(double apart) const
{
    const double perPoint = static_cast<double>((m_to - m_from).count()) / std::max(1.0, m_right - m_left);
    const Duration step = stepOf(Duration(static_cast<qint64>(perPoint * apart)));
    const QDateTime midnight = toDateTime(m_from, m_zone).date().startOfDay(m_zone);
    const bool days = step >= 24h;
    std::vector<TimeMark> all;
    QDate last = toDateTime(m_from, m_zone).date();
    for (qint64 i = 0;; ++i) {
        const QDateTime time = days ? midnight.date().addDays(i * (step / 24h)).startOfDay(m_zone) : midnight.addMSecs(i * step.count());
        if (toInstant(time) > m_to)
            return all;
        if (toInstant(time) < m_from)
            continue;
        const QDateTime local = time.toTimeZone(m_zone);
        const bool newDay = local.date() != last;
        last = local.date();
        const QString form = days || newDay ? QStringLiteral("d MMM") : step < 1min ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
        all.push_back({toInstant(time), local.toString(form), days || newDay});
    }
}

} // namespace qd::exchange
