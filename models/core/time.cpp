#include "models/core/time.h"

#include <QRegularExpression>

namespace qd {

QDateTime toDateTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(instant), zone);
}

Instant toInstant(const QDateTime &dateTime)
{
    return fromMsecs(dateTime.toMSecsSinceEpoch());
}

QString toIso(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(instant), Qt::UTC).toString(Qt::ISODate);
}

std::optional<Instant> fromIso(const QString &text)
{
    static const QRegularExpression zoned(QStringLiteral("(Z|[+-]\\d{2}:?\\d{2})$"), QRegularExpression::CaseInsensitiveOption);
    const QDateTime parsed = QDateTime::fromString(text.trimmed(), Qt::ISODateWithMs);
    if (!parsed.isValid() || !zoned.match(text.trimmed()).hasMatch())
        return std::nullopt;
    return toInstant(parsed);
}

} // namespace qd
