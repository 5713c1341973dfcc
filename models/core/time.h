#pragma once
// Instants and durations.
//
// 1. An Instant is absolute UTC, in milliseconds. Nothing here knows a local zone but the functions that are given one.
// 2. Nothing below app/ asks the machine what time it is: `now` is a parameter everywhere.

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace qd {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

[[nodiscard]] constexpr qint64 toMsecs(Instant instant) { return instant.time_since_epoch().count(); }
[[nodiscard]] constexpr Instant fromMsecs(qint64 msecs) { return Instant{Duration{msecs}}; }
[[nodiscard]] constexpr qint64 toSeconds(Duration duration) { return std::chrono::floor<std::chrono::seconds>(duration).count(); }

[[nodiscard]] QDateTime toDateTime(Instant instant, const QTimeZone &zone);
[[nodiscard]] Instant toInstant(const QDateTime &dateTime);

// ISO 8601 in UTC to the second, "2026-11-21T14:32:00Z": the form of every time that the program prints for a program.
[[nodiscard]] QString toIso(Instant instant);
[[nodiscard]] std::optional<Instant> fromIso(const QString &text); // a zone or offset is required

// A service that tells the time. Only app/ and tests construct one.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

} // namespace qd
