#include "models/clocks/remaining.h"

namespace qd::clocks {
namespace {

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, QLatin1Char('0'));
}

QString hands(Duration duration)
{
    const qint64 seconds = toSeconds(duration);
    const qint64 hours = seconds / 3600;
    if (hours >= 48) {
        const QString days = QString::number(hours / 24) + QLatin1String(" days");
        return hours % 24 == 0 ? days : days + QLatin1Char(' ') + QString::number(hours % 24) + QLatin1String(" h");
    }
    const QString minutesAndSeconds = twoDigits(seconds / 60 % 60) + QLatin1Char(':') + twoDigits(seconds % 60);
    return hours > 0 ? QString::number(hours) + QLatin1Char(':') + minutesAndSeconds : minutesAndSeconds;
}

QString settledText(const Countdown &clock)
{
    if (clock.state == State::Waived)
        return QStringLiteral("waived");
    return clock.state == State::Met ? QStringLiteral("met") : QLatin1String("missed by ") + hands(clock.lateBy);
}

} // namespace

QString remainingText(const Countdown &clock, Instant now)
{
    if (!clock.isOpen())
        return settledText(clock);
    if (clock.state == State::Paused)
        return clock.dueAt ? QStringLiteral("paused, %1 left").arg(hands(clock.left)) : QStringLiteral("paused");
    if (!clock.dueAt)
        return clock.words;
    if (clock.state == State::Missed && clock.pausedSince)
        return QStringLiteral("missed by %1, paused").arg(hands(clock.lateBy));
    return now > *clock.dueAt ? QLatin1String("missed by ") + hands(now - *clock.dueAt) : hands(*clock.dueAt - now);
}

double progress(const Countdown &clock, Instant now)
{
    if (!clock.isOpen() || clock.state == State::Missed)
        return 1;
    if (!clock.dueAt)
        return 0;
    const Duration left = clock.state == State::Paused ? clock.left : *clock.dueAt - now;
    if (clock.total <= Duration{})
        return left > Duration{} ? 0 : 1;
    return std::clamp(1.0 - static_cast<double>(left.count()) / static_cast<double>(clock.total.count()), 0.0, 1.0);
}

} // namespace qd::clocks
