#include "models/oncall/people.h"

#include <QRegularExpression>

namespace qd::oncall {
namespace {

constexpr qsizetype longestName = 80;
constexpr size_t mostPeople = 8;

QRegularExpression words(const char *pattern)
{
    return QRegularExpression(QStringLiteral("(?<![\\w@.])(?:%1)(?![\\w@])").arg(QLatin1String(pattern)),
                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

const char *const onCall =
    "on[\\s-]?call|on[\\s-]duty|(?:ruf)?bereitschaft(?:sdienst)?|pikett(?:dienst)?|astreinte|guardia|reperibilit[àa]";
const char *const primary = "primary|prim[äa]r|l1|(?:level|tier) ?1|first[\\s-](?:line|responder)|1st";
const char *const secondary =
    "secondary|sekund[äa]r|tertiary|back[\\s-]?up|fallback|second[\\s-](?:line|responder)|2nd|l[23]|(?:level|tier) ?[23]";

const QRegularExpression &labelWords()
{
    static const QRegularExpression all =
        words(qPrintable(QStringLiteral("%1|%2|%3").arg(QLatin1String(onCall), QLatin1String(primary), QLatin1String(secondary))));
    return all;
}

const QRegularExpression &fillers()
{
    static const QRegularExpression all =
        words("is|for|the|now|shift|week|rotation|rota|schedule|override|engineer|person|duty|responder|dienst");
    return all;
}

QString trimmedName(QString text)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s:;,.\\-–—|·()\\[\\]]+|[\\s:;,\\-–—|·()\\[\\]]+$"));
    return text.remove(edges).simplified().left(longestName);
}

QString nameFromAddress(const QString &address)
{
    QStringList parts = address.section(QLatin1Char('@'), 0, 0)
                            .section(QLatin1Char('+'), 0, 0)
                            .split(QRegularExpression(QStringLiteral("[._-]+")), Qt::SkipEmptyParts);
    for (QString &part : parts)
        part[0] = part[0].toUpper();
    return parts.join(QLatin1Char(' ')).left(longestName);
}

Named named(const Attendee &attendee)
{
    const bool isPlain = !attendee.name.isEmpty() && !attendee.name.contains(QLatin1Char('@'));
    return {isPlain ? trimmedName(attendee.name) : nameFromAddress(attendee.address), attendee.address};
}

QStringList separate(const QString &text, const char *pattern)
{
    static QHash<QByteArray, QRegularExpression> known;
    auto &separator = known[pattern];
    if (separator.pattern().isEmpty())
        separator = QRegularExpression(QLatin1String(pattern), QRegularExpression::CaseInsensitiveOption);
    return text.split(separator, Qt::SkipEmptyParts);
}

// The part of a summary that names people; what only says "on call" or "secondary" names none.
struct SummaryReading
{
    QString clean; // a part without such words
    QString mixed; // a part with such words, without them
};

SummaryReading readParts(const QString &summary, const QString &calendarName)
{
    SummaryReading reading;
    for (const QString &part : separate(summary, "\\s+[-–—|·]+\\s+|:\\s+|\\s*[\\[\\]()]\\s*")) {
        const QString whole = trimmedName(part);
        QString rest = QString(whole).replace(labelWords(), QStringLiteral(" "));
        const bool isMixed = rest != whole;
        rest = trimmedName(isMixed ? rest.replace(fillers(), QStringLiteral(" ")) : rest);
        const bool isFiller = trimmedName(QString(rest).remove(fillers())).isEmpty();
        if (rest.isEmpty() || isFiller || (!isMixed && calendarName.contains(whole, Qt::CaseInsensitive)))
            continue;
        QString &place = isMixed ? reading.mixed : reading.clean;
        if (place.isEmpty())
            place = rest;
    }
    return reading;
}

std::vector<Named> peopleIn(const QString &text)
{
    std::vector<Named> people;
    for (const QString &part : separate(text, "\\s*[,;/&+]\\s*|\\s+(?:and|und|et|y)\\s+")) {
        const QString name = part.contains(QLatin1Char('@')) ? nameFromAddress(trimmedName(part)) : trimmedName(part);
        if (!name.isEmpty() && people.size() < mostPeople)
            people.push_back({name, part.contains(QLatin1Char('@')) ? trimmedName(part) : QString()});
    }
    return people;
}

std::vector<Named> peopleOf(const Event &event, const QString &summary, const QString &calendarName)
{
    const SummaryReading reading = readParts(summary, calendarName);
    const bool hasNames =
        std::any_of(event.attendees.begin(), event.attendees.end(), [](const Attendee &one) { return !one.name.isEmpty(); });
    if (!reading.clean.isEmpty())
        return peopleIn(reading.clean);
    if (!reading.mixed.isEmpty() && !hasNames)
        return peopleIn(reading.mixed);
    std::vector<Named> people;
    for (const Attendee &attendee : event.attendees) {
        if (const Named one = named(attendee); !one.name.isEmpty() && people.size() < mostPeople)
            people.push_back(one);
    }
    if (people.empty() && event.organizer)
        people.push_back(named(*event.organizer));
    return people;
}

std::optional<Level> levelIn(const QString &text)
{
    static const QRegularExpression first = words(primary);
    static const QRegularExpression second = words(secondary);
    const qsizetype atFirst = text.indexOf(first);
    const qsizetype atSecond = text.indexOf(second);
    if (atFirst < 0 && atSecond < 0)
        return std::nullopt;
    return atSecond < 0 || (atFirst >= 0 && atFirst < atSecond) ? Level::Primary : Level::Secondary;
}

} // namespace

std::optional<Level> levelCalled(const QString &who)
{
    static const QRegularExpression called = words(onCall);
    static const QRegularExpression alone(QStringLiteral("^(?:the )?(?:primary|secondary|back-?up)(?: (?:engineer|responder|contact|person))?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (!who.contains(called) && !who.trimmed().contains(alone))
        return std::nullopt;
    return levelIn(who).value_or(Level::Primary);
}

Duty dutyOf(const Event &event, const QString &calendarName)
{
    static const QRegularExpression covering(
        QStringLiteral(
            "^(.+?)\\s+(?:is\\s+)?(?:covers?|covering|stands? in|standing in|instead of|vertritt)\\b(?:\\s+(?:for|of))?\\s*(.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression overriding = words("override|cover|swap|vertretung");
    Duty duty;
    QString summary = event.summary;
    const QString all = (QStringList(event.categories) << summary).join(QStringLiteral(" "));
    duty.covers = all.contains(overriding);
    if (const auto match = covering.match(summary); match.hasMatch()) {
        duty.covers = true;
        duty.insteadOf = readParts(match.captured(2), {}).clean;
        summary = match.captured(1);
    }
    duty.people = peopleOf(event, summary, calendarName);
    if (duty.people.size() == 1 && duty.people.front().address.isEmpty() && event.attendees.size() == 1)
        duty.people.front().address = event.attendees.front().address;
    duty.level = levelIn(event.categories.join(QLatin1Char(' ')));
    if (!duty.level)
        duty.level = levelIn(summary);
    return duty;
}

} // namespace qd::oncall
