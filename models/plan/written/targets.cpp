#include "models/plan/written/targets.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace qd::plan::written {
namespace {

using namespace std::chrono_literals;
using Regex = QRegularExpression;

constexpr Regex::PatternOptions words = Regex::CaseInsensitiveOption | Regex::UseUnicodePropertiesOption;

struct Unit
{
    const char *pattern;
    Duration length;
};

// In the languages that plans are most often written in.
const std::vector<Unit> &units()
{
    static const std::vector<Unit> table = {
        {"s|secs?|seconds?|sekunden?|seconden?|secondes?|segundos?|秒|초", 1s},
        {"m|min|mins|minutes?|minuten?|minutos?|minuti|minut(?:y|er)?|mnt|menit|dakika|dk|phút|мин|минут[аы]?|хв|хвилин[аи]?|分钟|分鐘|分|"
         "분|دقيقة|دقائق",
         60s},
        {"h|hr|hrs|hours?|uur|uren|stunden?|std|heures?|horas?|ore|or[ae]|godzin[ay]?|godz|hodin[ay]?|timm(?:e|ar)|timer?|saat|sa|jam|giờ|"
         "час(?:а|ов)?|ч|годин[аи]?|小时|小時|時間|시간|ساعة|ساعات",
         3600s},
        {"d|days?|dag(?:en|ar|e)?|tage?n?|jours?|d[ií]as?|giorn[io]|dni|dn[íi]|dzień|gün|hari|ngày|дн(?:я|ей|і|ів)|день|天|日|일|يوم|أيام",
         86400s},
        {"w|wks?|weeks?|weken|wochen?|semaines?|semanas?|settiman[ae]|tygodni[ae]?|tydzień|hafta|minggu|tuần|недел[яиью]|周|週間|週|주|"
         "أسبوع|أسابيع",
         604800s},
        {"months?|monate?|maand(?:en)?|mois|mes(?:es)?|개월|个月|か月", 30 * 86400s},
    };
    return table;
}

QString unitPattern()
{
    QStringList all;
    for (const Unit &unit : units())
        all << QString::fromUtf8(unit.pattern);
    return QStringLiteral("(?:%1)").arg(all.join(u'|'));
}

Duration unitLength(const QString &word)
{
    static QHash<QString, Duration> known;
    const auto found = known.constFind(word.toLower());
    if (found != known.constEnd())
        return *found;
    for (const Unit &unit : units()) {
        const Regex form(QStringLiteral("^(?:%1)$").arg(QString::fromUtf8(unit.pattern)), words);
        if (form.match(word).hasMatch())
            return *known.insert(word.toLower(), unit.length);
    }
    return {};
}

const QString &numberPattern()
{
    static const QString pattern = QStringLiteral("(?:\\d{1,5}(?:[.,]\\d{1,2})?|half "
                                                  "an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-"
                                                  "five|sixty|an?|een|eine[rn]?|une?|uma?|una)");
    return pattern;
}

double numberOf(const QString &word)
{
    static const QHash<QString, double> spelled = {{"half a", .5},     {"half an", .5}, {"two", 2},      {"three", 3},   {"four", 4},
                                                   {"five", 5},        {"six", 6},      {"seven", 7},    {"eight", 8},   {"nine", 9},
                                                   {"ten", 10},        {"twelve", 12},  {"fifteen", 15}, {"twenty", 20}, {"thirty", 30},
                                                   {"forty-five", 45}, {"sixty", 60}};
    bool isNumber = false;
    const double number = QString(word).replace(u',', u'.').toDouble(&isNumber);
    return isNumber ? number : spelled.value(word.toLower(), 1);
}

// "4 business hours", "1 werkdag", "3 days (business hours)": an amount and what it counts.
TimeRead timeOf(double amount, const QString &unit, bool working)
{
    const Duration length = unitLength(unit);
    TimeRead time;
    const int whole = static_cast<int>(std::ceil(amount));
    if (working && length == Duration(24h))
        time.working.days = whole;
    else if (working && length == Duration(168h))
        time.working.days = 5 * whole;
    else if (working && length == Duration(1h))
        time.working.hours = whole;
    else
        time.duration = Duration(static_cast<qint64>(std::llround(amount * static_cast<double>(length.count()))));
    return time;
}

const Regex &amountForm()
{
    static const Regex form(
        QStringLiteral("(?:(?<![^\\P{L}\\p{Han}\\p{Hangul}\\p{Hiragana}\\p{Katakana}])(?<![\\d.,$€£#/"
                       ":-])|(?<=\\dh))(?:%1\\s*(?:%2)?\\s*(?:-|–|—|to|bis|tot|à)\\s*)?(?<to>%1)\\s*\\+?[\\s-]*"
                       "(?:(?<working>business|working|work|bank)[\\s-]+)?"
                       "(?<workday>个?工作日|営業日|영업일|рабочи[йхе]+ дн?(?:ень|я|ей)|werkdag(?:en)?|arbeitstage?n?|werktage?n?|jours? "
                       "ouvr[ée]s?|d[ií]as? h[áa]bil(?:es)?|dias? [úu]te?is)?"
                       "(?:(?<unit>%2)(?:(?<=[\\p{Han}\\p{Hangul}])|(?![\\p{L}/%]))|(?![\\p{L}\\d/%]))")
            .arg(numberPattern(), unitPattern()),
        words);
    return form;
}

std::optional<TimeRead> amountFrom(const QRegularExpressionMatch &match, const QString &text)
{
    const bool workday = match.capturedLength(QStringLiteral("workday")) > 0;
    const QString unit = match.captured(QStringLiteral("unit"));
    if (!workday && unit.isEmpty())
        return {};
    const QString number = match.captured(QStringLiteral("to"));
    // "a day", "an hour" are times; "a d" and "a timer" (Danish hours) are not, and 10M is ten million.
    static const Regex english(QStringLiteral("^(?:second|minute|hour|day|week|month)$"), words);
    if (number.startsWith(u'a', Qt::CaseInsensitive) && !workday && !english.match(unit).hasMatch())
        return {};
    if ((!number.at(0).isDigit() && !workday && unit.size() < 3) || unit == QLatin1String("M"))
        return {};
    static const Regex after(
        QStringLiteral(
            "^\\s*\\(?\\s*(?:business|working|office)[\\s-]*(?:hours|days)|^\\s*\\(?\\s*(?:during|in) (?:business|working|office) hours"),
        words);
    const bool working =
        workday || match.capturedLength(QStringLiteral("working")) > 0 || after.match(text.mid(match.capturedEnd())).hasMatch();
    TimeRead time = timeOf(numberOf(number), workday ? QStringLiteral("days") : unit, working);
    time.start = match.capturedStart();
    time.length = match.capturedLength();
    return time;
}

// "1h30m", "1 hour 30 minutes": a further part of the time before.
bool continues(const TimeRead &before, const TimeRead &next, const QString &text)
{
    const QString gap = text.mid(before.start + before.length, next.start - before.start - before.length).trimmed();
    return before.duration && next.duration && *next.duration < *before.duration && gap.isEmpty();
}

struct WordTime
{
    Regex form;
    std::optional<Duration> duration;
};

WordTime wordTime(const char *pattern, std::optional<Duration> duration)
{
    return {Regex(QStringLiteral("(?<!\\p{L})(?:%1)(?!\\p{L})").arg(QString::fromUtf8(pattern)), words), duration};
}

const std::vector<WordTime> &wordTimes()
{
    static const std::vector<WordTime> table = {
        wordTime("next (?:business|working|work) day|volgende werkdag|n[äa]chste[rn]? (?:arbeits|werk)tag|jour ouvr[ée] suivant|siguiente "
                 "d[ií]a h[áa]bil|pr[óo]ximo d[ií]a (?:[úu]til|h[áa]bil|laborable)|下一(?:个)?工作日|翌営業日|다음 영업일|следующий "
                 "рабочий день",
                 std::nullopt),
        wordTime("next day|same day|by tomorrow|익일|翌日|次日|次の日", Duration(24h)),
        wordTime("hourly|every hour|each hour|per hour|st[üu]ndlich|ieder uur|elk uur|toutes les heures|cada hora", Duration(1h)),
        wordTime("half[- ]hourly|every half[- ]hour", Duration(30min)),
        wordTime("daily|every day|each day|once a day|per day|dagelijks|t[äa]glich|quotidien(?:ne)?(?:ment)?|diari[oa](?:mente)?",
                 Duration(24h)),
        wordTime("weekly|every week|once a week|wekelijks|w[öo]chentlich|hebdomadaire|semanal(?:mente)?", Duration(168h)),
    };
    return table;
}

void addWordTimes(const QString &text, std::vector<TimeRead> &times)
{
    for (const WordTime &word : wordTimes()) {
        const QRegularExpressionMatch match = word.form.match(text);
        const auto covers = [&match](const TimeRead &time) {
            return time.start < match.capturedEnd() && match.capturedStart() < time.start + time.length;
        };
        if (!match.hasMatch())
            continue;
        std::erase_if(times, covers);
        times.push_back({word.duration, {word.duration ? 0 : 1, 0}, false, match.capturedStart(), match.capturedLength()});
    }
    static const Regex atOnce(QStringLiteral("(?<!\\p{L})(?:immediate(?:ly)?|instant(?:ly)?|at once|right away|straight "
                                             "away|onmiddellijk|direct|meteen|sofort|unverz[üu]glich|imm[ée]diat(?:e|ement)?|inmediat[oa](?"
                                             ":mente)?|imediat[oa](?:mente)?|immediat[oa](?:mente)?|немедленно|zaraz|natychmiast(?:owo)?|"
                                             "anında|derhal|segera|immediatamente|即刻)(?!\\p{L})"),
                              words);
    static const Regex atOnceInSigns(QString::fromUtf8("立即|即時|立刻|直ちに|즉시|فور[ايً]"));
    QRegularExpressionMatch match = atOnce.match(text);
    if (!match.hasMatch())
        match = atOnceInSigns.match(text);
    if (match.hasMatch() && times.empty())
        times.push_back({Duration{}, {}, true, match.capturedStart(), match.capturedLength()});
}

} // namespace

std::vector<TimeRead> timesIn(const QString &given)
{
    const QString text = given.left(2000);
    std::vector<TimeRead> times;
    auto matches = amountForm().globalMatch(text);
    while (matches.hasNext()) {
        const std::optional<TimeRead> time = amountFrom(matches.next(), text);
        if (!time)
            continue;
        if (!times.empty() && continues(times.back(), *time, text)) {
            TimeRead &before = times.back();
            *before.duration += *time->duration;
            before.length = time->start + time->length - before.start;
        } else {
            times.push_back(*time);
        }
    }
    addWordTimes(text, times);
    std::sort(times.begin(), times.end(), [](const TimeRead &a, const TimeRead &b) { return a.start < b.start; });
    return times;
}

MaybeTarget targetIn(const QString &text)
{
    const std::vector<TimeRead> times = timesIn(text);
    if (!times.empty())
        return times.front().target();
    static const Regex unset(
        QStringLiteral("^\\W*(?:tbd|tbc|tba|n\\s*/?\\s*a|none|nvt|todo|to be (?:defined|determined|decided)|not applicable|varies)?\\W*$"),
        words);
    const QString said = text.simplified();
    if (unset.match(said).hasMatch() || said.size() > 48 || said.count(u' ') > 5)
        return {};
    return said;
}

std::optional<Band> bandIn(const QString &text)
{
    static const Regex open(
        QStringLiteral("(\\d+)\\s*\\+\\s*(%1)(?!\\p{L})|(?:after|>|over|beyond)\\s*(\\d+)\\s*\\+?\\s*(%1)(?!\\p{L})").arg(unitPattern()),
        words);
    static const Regex range(QStringLiteral("(\\d+)\\s*(%1)?\\s*(?:-|–|—|to|bis|tot)\\s*(\\d+)\\s*(%1)(?!\\p{L})").arg(unitPattern()),
                             words);
    const auto seconds = [](const QString &number, const QString &unit) { return unitLength(unit) * number.toInt(); };
    QRegularExpressionMatch match = range.match(text);
    if (match.hasMatch()) {
        const QString until = match.captured(4);
        return Band{seconds(match.captured(1), match.captured(2).isEmpty() ? until : match.captured(2)), seconds(match.captured(3), until)};
    }
    match = open.match(text);
    if (match.hasMatch()) {
        const int at = match.captured(1).isEmpty() ? 3 : 1;
        return Band{seconds(match.captured(at), match.captured(at + 1)), {}};
    }
    const std::vector<TimeRead> times = timesIn(text);
    if (times.empty() || !times.front().duration)
        return {};
    return times.front().atOnce ? Band{Duration{}, {}} : Band{{}, times.front().duration};
}

} // namespace qd::plan::written
