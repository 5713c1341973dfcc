#include "models/core/daytext.h"

#include "models/core/durationtext.h"

#include <QStringList>

namespace qd {

QDate readDay(const QString &given, QDate today)
{
    static const QStringList days{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                  QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                  QStringLiteral("sunday")};
    const QString word = given.trimmed().toLower();
    if (word == QLatin1String("today"))
        return today;
    if (word == QLatin1String("tomorrow"))
        return today.addDays(1);
    if (const qsizetype day = days.indexOf(word); day >= 0)
        return today.addDays((day + 1 - today.dayOfWeek() + 7) % 7);
    if (word.startsWith(QLatin1Char('+'))) {
        if (const std::optional<Duration> length = readDuration(QStringView(word).mid(1)))
            return today.addDays(std::chrono::floor<std::chrono::days>(*length).count());
    }
    return QDate::fromString(word, Qt::ISODate);
}

} // namespace qd
