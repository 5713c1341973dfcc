#include "models/plan/values.h"

#include "models/core/durationtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace qd::plan {
namespace {

const QStringList &weekdays()
{
    static const QStringList names = QStringLiteral("mon tue wed thu fri sat sun").split(QLatin1Char(' '));
    return names;
}

QString plural(int count, const char *one)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(one), count == 1 ? QString() : QStringLiteral("s"));
}

QString writeWorkingTime(const WorkingTime &time)
{
    QStringList parts;
    if (time.days != 0 || time.hours == 0)
        parts << plural(time.days, "business day");
    if (time.hours != 0)
        parts << plural(time.hours, "business hour");
    return parts.join(QLatin1Char(' '));
}

std::optional<WorkingTime> readWorkingTime(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,4}) (?:business|working) days?)?(?: ?(\\d{1,4}) (?:business|working) hours?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.simplified());
    if (!match.hasMatch() || text.trimmed().isEmpty())
        return std::nullopt;
    return WorkingTime{match.captured(1).toInt(), match.captured(2).toInt()};
}

double secondsPer(const QString &unit)
{
    static const std::array<std::pair<const char *, double>, 5> units{
        {{"seconds", 1}, {"minutes", 60}, {"hours", 3600}, {"days", 86400}, {"weeks", 604800}}};
    static const QStringList shortForms = QStringLiteral("mins min hrs hr secs sec").split(QLatin1Char(' '));
    const bool known = unit.size() == 1 || shortForms.contains(unit);
    for (const auto &[name, seconds] : units) {
        const QString full = QLatin1String(name);
        if (full == unit || full.chopped(1) == unit || (known && full[0] == unit[0]))
            return seconds;
    }
    return 0;
}

// "5 mins", "1.5 hours", "1 hour and 30 minutes": what a person meant by what is no duration.
std::optional<Duration> guessDuration(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*([a-z]+)"));
    double total = 0;
    bool any = false;
    for (auto it = part.globalMatch(text.toLower()); it.hasNext(); any = true) {
        const QRegularExpressionMatch match = it.next();
        const double seconds = secondsPer(match.captured(2));
        if (seconds == 0)
            return std::nullopt;
        total += match.captured(1).toDouble() * seconds;
    }
    return any ? std::optional<Duration>(std::chrono::seconds(qRound64(total))) : std::nullopt;
}

int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (int i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (int j = 0; j < b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, row[at + 1] + 1, row[at] + 1});
        }
    }
    return row.back();
}

} // namespace

QString writeTarget(const Target &target)
{
    if (const auto *duration = std::get_if<Duration>(&target))
        return writeDuration(*duration);
    if (const auto *working = std::get_if<WorkingTime>(&target))
        return writeWorkingTime(*working);
    return std::get<QString>(target);
}

QString spokenTarget(const Target &target)
{
    const auto *duration = std::get_if<Duration>(&target);
    if (!duration)
        return writeTarget(target);
    return *duration == Duration{} ? QStringLiteral("at once") : spokenDuration(*duration);
}

Result<Duration> parseDuration(const QString &text)
{
    if (const std::optional<Duration> duration = readDuration(text))
        return *duration;
    const std::optional<Duration> meant = guessDuration(text);
    return failure(ErrorCode::BadInput,
                   QStringLiteral("'%1' is not a duration; write %2")
                       .arg(text.left(60), meant ? writeDuration(*meant) : QStringLiteral("it as 90s, 5m, 1h30m, 48h, 2d or 1w")));
}

Result<Target> parseTarget(const QString &text)
{
    if (const std::optional<Duration> duration = readDuration(text))
        return Target(*duration);
    if (const std::optional<WorkingTime> working = readWorkingTime(text))
        return Target(*working);
    if (!text.isEmpty() && !text[0].isDigit())
        return Target(text);
    const std::optional<Duration> meant = guessDuration(text);
    return failure(
        ErrorCode::BadInput,
        QStringLiteral("'%1' is not a target; write %2")
            .arg(text.left(60), meant ? writeDuration(*meant) : QStringLiteral("it as 5m, 1h30m, 3 business days, or in words")));
}

QStringList dayNames(const Calendar &calendar)
{
    QStringList names;
    for (const int day : calendar.days)
        names << weekdays().value(day - 1);
    return names;
}

std::optional<int> dayFromName(const QString &name)
{
    const auto index = weekdays().indexOf(name.toLower());
    return index < 0 ? std::nullopt : std::optional(static_cast<int>(index) + 1);
}

QString hoursText(const Calendar &calendar)
{
    return calendar.opens.toString(QStringLiteral("HH:mm")) + QLatin1Char('-') + calendar.closes.toString(QStringLiteral("HH:mm"));
}

bool readHours(const QString &text, Calendar &calendar)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QTime opens = QTime::fromString(match.captured(1), QStringLiteral("H:mm"));
    const QTime closes = QTime::fromString(match.captured(2), QStringLiteral("H:mm"));
    if (!opens.isValid() || !closes.isValid() || closes <= opens)
        return false;
    calendar.opens = opens;
    calendar.closes = closes;
    return true;
}

QString needText(Need need)
{
    return need == Need::Yes ? QStringLiteral("true") : need == Need::Optional ? QStringLiteral("optional") : QStringLiteral("false");
}

std::optional<Need> needFromText(const QString &text)
{
    const QString word = text.toLower();
    for (const Need need : {Need::No, Need::Optional, Need::Yes}) {
        if (word == needText(need))
            return need;
    }
    return word == QLatin1String("yes") ? std::optional(Need::Yes) : word == QLatin1String("no") ? std::optional(Need::No) : std::nullopt;
}

QString originText(Origin origin)
{
    return origin == Origin::Started ? QStringLiteral("started") : QStringLiteral("detected");
}

std::optional<Origin> originFromText(const QString &text)
{
    for (const Origin origin : {Origin::Detected, Origin::Started}) {
        if (text == originText(origin))
            return origin;
    }
    return std::nullopt;
}

QString nearest(const QString &word, const QStringList &candidates)
{
    QString best;
    int least = word.size() < 4 ? 1 : static_cast<int>(word.size() + 1) / 3 + 1; // in a short word every letter counts
    for (const QString &candidate : candidates) {
        if (qAbs(candidate.size() - word.size()) >= least)
            continue;
        const int distance = editDistance(word.toLower(), candidate.toLower());
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace qd::plan
