#include "models/items/jumptime.h"

#include "models/core/durationtext.h"
#include "models/core/timetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace qd::items {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

std::optional<Duration> readSince(const QString &typed) // "20m", "1h30m", "00:20"
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?$"));
    if (const QRegularExpressionMatch match = clock.match(typed); match.hasMatch())
        return std::chrono::hours(match.captured(1).toInt()) + std::chrono::minutes(match.captured(2).toInt())
            + std::chrono::seconds(match.captured(3).toInt());
    return readDuration(typed);
}

Result<Instant> readFromOrigin(const QString &typed, const JumpContext &context)
{
    if (!context.origin)
        return failure(ErrorCode::Usage,
                       tr(QT_TRANSLATE_NOOP("Timeline", "T+ counts from detection, and when it was detected is not known yet")));
    const QString since = typed.mid(2).trimmed();
    const std::optional<Duration> length = readSince(since);
    if (!length)
        return failure(ErrorCode::Usage,
                       tr(QT_TRANSLATE_NOOP("Timeline", "'%1' is no length; write T+20m, T+1h30m or T+00:20")).arg(since));
    return typed[1] == QLatin1Char('-') ? *context.origin - *length : *context.origin + *length;
}

} // namespace

Result<Instant> readJump(const QString &typed, const JumpContext &context)
{
    const QString text = typed.trimmed();
    static const QRegularExpression sinceOrigin(QStringLiteral("^[tT][+-]"));
    if (sinceOrigin.match(text).hasMatch())
        return readFromOrigin(text, context);
    static const QRegularExpression clockAlone(QStringLiteral("^~?\\d{1,2}:?\\d{2}(:\\d{2})?[zZ]?$"));
    const bool ofAnyDay = clockAlone.match(text).hasMatch();
    const Result<TypedTime> read = readTime(text, ofAnyDay ? context.last : context.now, context.zone);
    if (!read)
        return failure(
            ErrorCode::Usage,
            tr(QT_TRANSLATE_NOOP("Timeline", "'%1' is no time; write 14:05, -30m, yesterday 23:50, T+20m or 2026-11-21 14:05")).arg(text));
    return ofAnyDay && read->at - context.last > std::chrono::hours(12) ? read->at - std::chrono::hours(24) : read->at;
}

} // namespace qd::items
