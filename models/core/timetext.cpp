#include "models/core/timetext.h"

#include "models/core/durationtext.h"

#include <QRegularExpression>

namespace qd {
namespace {

tl::unexpected<Error> noTime(const QString &text)
{
    return failure(ErrorCode::Usage,
                   QStringLiteral("'%1' is no time; write 14:32, -5m, 'yesterday 23:50' or 2026-11-21T14:32:00Z").arg(text));
}

// A wall clock reading in a zone. QDateTime of Qt 6.4 moves or loses the hours around a change, so both readings are tried by offset.
Result<Instant> wallClock(const QDate &date, const QTime &time, const QTimeZone &zone, Instant now, const QString &text)
{
    const QDateTime naive(date, time, Qt::UTC);
    std::optional<Instant> found;
    for (const int days : {-1, 1}) { // the offsets before and after any change on that day
        const int offset = zone.offsetFromUtc(naive.addDays(days));
        const Instant candidate = toInstant(naive) - std::chrono::seconds(offset);
        if (zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMsecs(candidate), Qt::UTC)) != offset)
            continue;
        const bool better = !found || (candidate > *found && candidate <= now) || (*found > now && candidate < *found);
        if (better)
            found = candidate;
    }
    if (!found) {
        return failure(ErrorCode::Usage, QStringLiteral("'%1' does not exist in %2: the clocks were put forward over it; give the time before or after")
                                             .arg(text, QString::fromUtf8(zone.id())));
    }
    return *found;
}

QDate today(Instant now, const QTimeZone &zone)
{
    return toDateTime(now, zone).date();
}

QTime readClock(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,2}):(\\d{2})(?::(\\d{2}))?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QTime();
}

// "14:32", "yesterday 23:50", "2026-11-21 14:32"; absent: none of these
std::optional<Result<Instant>> readWallClock(const QString &text, Instant now, const QTimeZone &zone)
{
    const QStringList words = text.split(QRegularExpression(QStringLiteral("[ T]+")), Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 2)
        return std::nullopt;
    const QTime time = readClock(words.last());
    if (!time.isValid())
        return std::nullopt;
    QDate date = today(now, zone);
    if (words.size() == 2) {
        const QString day = words.first().toLower();
        if (day == QLatin1String("yesterday"))
            date = date.addDays(-1);
        else if (day != QLatin1String("today"))
            date = QDate::fromString(words.first(), Qt::ISODate);
    }
    if (!date.isValid())
        return std::nullopt;
    return wallClock(date, time, zone, now, text);
}

// "1403z": military, UTC, today
std::optional<Instant> readZulu(const QString &text, Instant now)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{2}):?(\\d{2})[zZ]$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const QTime time = match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
    return time.isValid() ? std::optional(toInstant(QDateTime(today(now, QTimeZone::utc()), time, Qt::UTC))) : std::nullopt;
}

} // namespace

Result<TypedTime> readTime(const QString &given, Instant now, const QTimeZone &zone)
{
    static const QRegularExpression about(QStringLiteral("^(about\\s+|~\\s*)"), QRegularExpression::CaseInsensitiveOption);
    QString text = given.trimmed();
    TypedTime typed;
    typed.zone = QString::fromUtf8(zone.id());
    typed.approximate = about.match(text).hasMatch();
    text.remove(about);

    if (text.compare(QLatin1String("now"), Qt::CaseInsensitive) == 0) {
        typed.at = now;
        return typed;
    }
    if (text.startsWith(QLatin1Char('-'))) {
        const std::optional<Duration> ago = readDuration(QStringView(text).mid(1));
        if (!ago)
            return noTime(given);
        typed.at = now - *ago;
        return typed;
    }
    if (const std::optional<Instant> zulu = readZulu(text, now)) {
        typed.at = *zulu;
        typed.zone = QStringLiteral("UTC");
        return typed;
    }
    if (const std::optional<Instant> iso = fromIso(text)) {
        static const QRegularExpression offset(QStringLiteral("[+-]\\d{2}:?\\d{2}$"));
        typed.at = *iso;
        typed.zone = offset.match(text).hasMatch() ? offset.match(text).captured() : QStringLiteral("UTC");
        return typed;
    }
    if (const std::optional<Result<Instant>> read = readWallClock(text, now, zone)) {
        if (!*read)
            return tl::unexpected(read->error());
        typed.at = **read;
        return typed;
    }
    return noTime(given);
}

} // namespace qd
