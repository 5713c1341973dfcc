#include "models/core/durationtext.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace qd {
namespace {

struct Unit
{
    qint64 seconds;
    char letter;
    const char *spoken;
};
constexpr std::array<Unit, 5> units{{{604800, 'w', "w"}, {86400, 'd', "d"}, {3600, 'h', "h"}, {60, 'm', "min"}, {1, 's', "s"}}};
constexpr qint64 longest = 100LL * 366 * 86400; // beyond it, a slip of the finger

std::optional<qint64> secondsIn(QChar letter)
{
    const auto unit = std::find_if(units.begin(), units.end(), [letter](const Unit &item) { return letter == QLatin1Char(item.letter); });
    return unit == units.end() ? std::nullopt : std::optional(unit->seconds);
}

} // namespace

std::optional<Duration> readDuration(QStringView text)
{
    qint64 total = 0;
    qint64 number = 0;
    bool inNumber = false;
    bool any = false;
    for (const QChar c : text.trimmed()) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) {
            number = number * 10 + c.digitValue();
            inNumber = true;
        } else if (c.isSpace() && !inNumber) {
            continue;
        } else {
            const std::optional<qint64> unit = secondsIn(c.toLower());
            if (!unit || !inNumber)
                return std::nullopt;
            total += number * *unit;
            number = 0;
            inNumber = false;
            any = true;
        }
        if (number > longest || total > longest)
            return std::nullopt;
    }
    return any && !inNumber ? std::optional<Duration>(std::chrono::seconds(total)) : std::nullopt;
}

QString writeDuration(Duration duration)
{
    qint64 rest = toSeconds(duration);
    QString text;
    for (const Unit &unit : units) {
        const bool alone = unit.letter != 'w' || rest % unit.seconds == 0; // "1w", but "8d"
        if (!alone || rest < unit.seconds)
            continue;
        text += QString::number(rest / unit.seconds) + QLatin1Char(unit.letter);
        rest %= unit.seconds;
    }
    return text.isEmpty() ? QStringLiteral("0m") : text;
}

QString spokenDuration(Duration duration)
{
    qint64 rest = std::abs(toSeconds(duration));
    QStringList parts;
    for (const Unit &unit : units) {
        if (unit.letter == 'w' || rest < unit.seconds)
            continue;
        parts << QStringLiteral("%1 %2").arg(rest / unit.seconds).arg(QLatin1String(unit.spoken));
        rest %= unit.seconds;
        if (parts.size() == 2)
            break;
    }
    return parts.isEmpty() ? QStringLiteral("0 s") : parts.join(QLatin1Char(' '));
}

} // namespace qd
