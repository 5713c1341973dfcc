#include "models/items/completion.h"

#include "models/core/scribeline.h"
#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

constexpr qsizetype mostRows = 40;
constexpr qsizetype serviceFrom = 3; // letters: a service completes a plain word, which must not be in the way

bool begins(const QString &candidate, QStringView begun)
{
    return candidate.startsWith(begun, Qt::CaseInsensitive);
}

bool anyWordBegins(const QString &name, QStringView begun)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [begun](const QString &word) { return begins(word, begun); });
}

// The words of a line from `start` to the cursor; the last one is being typed.
struct Place
{
    const Incident &incident;
    const Vocabulary &known;
    QStringList before; // the whole words before the one that is typed, the command first
    QString word;
    std::vector<Completion> rows;

    void offer(const Completion &row, QStringView begun)
    {
        const bool isWhole = row.text.compare(word, Qt::CaseInsensitive) == 0;
        if (!isWhole && (begins(row.text, word) || (!begun.isEmpty() && anyWordBegins(row.detail, begun))))
            rows.push_back(row);
    }
};

QString roleOf(const Incident &incident, const QString &person)
{
    for (const Rulebook::Named &role : incident.rules.roles) {
        if (incident.holder(role.id).compare(person, Qt::CaseInsensitive) == 0)
            return role.name;
    }
    return {};
}

void offerPerson(Place &place, const QString &person, const QString &duty)
{
    const QStringView begun = QStringView(place.word).mid(place.word.startsWith(QLatin1Char('@')) ? 1 : 0);
    QStringList details{roleOf(place.incident, person), duty};
    details.removeAll(QString());
    Completion row{QLatin1Char('@') + QString(person).replace(QLatin1Char(' '), QLatin1Char('.')),
                   {},
                   details.join(QStringLiteral(" · ")),
                   CompletionKind::Person};
    const bool isWhole = row.text.compare(place.word, Qt::CaseInsensitive) == 0;
    if (!isWhole
        && (anyWordBegins(person, begun) || begins(row.text.mid(1), begun) || (!begun.isEmpty() && anyWordBegins(row.detail, begun))))
        place.rows.push_back(row);
}

// Who is on call first: they are whom one calls.
void offerPeople(Place &place)
{
    QStringList offered;
    for (const auto &[person, duty] : place.known.onCall()) {
        offerPerson(place, person, duty);
        offered << person;
    }
    for (const QString &person : place.known.people()) {
        if (!offered.contains(person, Qt::CaseInsensitive))
            offerPerson(place, person, {});
    }
}

void offerTags(Place &place)
{
    for (const QString &tag : place.known.tags())
        place.offer({QLatin1Char('#') + tag, {}, {}, CompletionKind::Tag}, {});
    for (const QString &name : place.incident.services) {
        const QString service = name.trimmed();
        if (!place.known.tags().contains(service, Qt::CaseInsensitive) && !service.contains(QLatin1Char(' ')))
            place.offer({QLatin1Char('#') + service, {}, QCoreApplication::translate("Completion", "service"), CompletionKind::Service},
                        {});
    }
}

void offerServices(Place &place)
{
    if (place.word.size() < serviceFrom)
        return;
    for (const QString &service : place.incident.services)
        place.offer({service.trimmed(), {}, QCoreApplication::translate("Completion", "service"), CompletionKind::Service}, {});
}

void offerCommands(Place &place)
{
    const QStringView begun = QStringView(place.word).mid(1);
    for (const ScribeCommandHelp &command : scribeCommands()) {
        const QString name = QLatin1String(command.name);
        if (findNamed(place.incident.rules.roles, name.mid(1)) == nullptr) // the role has a row of its own
            place.offer(
                {name, QString::fromUtf8(command.usage), QCoreApplication::translate("ScribeLine", command.what), CompletionKind::Command},
                {});
    }
    for (const Rulebook::Named &role : place.incident.rules.roles) {
        const QString holder = place.incident.holder(role.id);
        place.offer({QLatin1Char('/') + role.id, QStringLiteral("@person"),
                     holder.isEmpty() ? role.name : QStringLiteral("%1 · %2").arg(role.name, holder), CompletionKind::Role},
                    begun);
    }
}

void offerNamed(Place &place, const std::vector<Rulebook::Named> &all)
{
    for (const Rulebook::Named &one : all)
        place.offer({one.id, {}, one.name == one.id ? QString() : one.name, CompletionKind::Value}, place.word);
}

void offerSteps(Place &place)
{
    const Rulebook::List *list = findList(place.incident.rules.lists, place.before.value(1));
    for (qsizetype i = 0; list && i < list->items.size(); ++i)
        place.offer({QString::number(i + 1), {}, list->items.at(i), CompletionKind::Value}, place.word);
}

void offerLists(Place &place)
{
    for (const Rulebook::List &list : place.incident.rules.lists)
        place.offer({list.id, {}, list.title, CompletionKind::Value}, place.word);
}

void offerTexts(Place &place, const QStringList &texts)
{
    for (const QString &text : texts)
        place.offer({text, {}, {}, CompletionKind::Value}, {});
}

// What the command takes as its next word.
void offerArguments(Place &place)
{
    const QString command = place.before.first().toLower();
    const qsizetype which = place.before.size();
    if (command == QLatin1String("/check") && which == 2)
        offerSteps(place);
    else if (command == QLatin1String("/ask") && which == 2)
        offerTexts(place,
                   {QStringLiteral("5m"), QStringLiteral("10m"), QStringLiteral("15m"), QStringLiteral("30m"), QStringLiteral("1h")});
    else if (which != 1)
        return;
    else if (command == QLatin1String("/sev") || command == QLatin1String("/severity"))
        offerNamed(place, place.incident.rules.severities);
    else if (command == QLatin1String("/status"))
        offerTexts(place, allStatuses());
    else if (command == QLatin1String("/update"))
        offerNamed(place, place.incident.rules.audiences);
    else if (command == QLatin1String("/check"))
        offerLists(place);
    else if (command == QLatin1String("/ask") || command == QLatin1String("/action")
             || findNamed(place.incident.rules.roles, command.mid(1)))
        offerPeople(place);
}

} // namespace

Completions completionsAt(const QString &line, int cursor, qsizetype wordsStart, const Incident &incident, const Vocabulary &known)
{
    const auto isBlank = [](QChar c) { return c.isSpace(); };
    const QString typed = line.left(cursor);
    const auto blank = std::find_if(typed.rbegin(), typed.rend(), isBlank);
    const int start = static_cast<int>(typed.rend() - blank);
    Place place{incident, known, {}, typed.mid(start), {}};
    const int words = static_cast<int>(std::min<qsizetype>(wordsStart, start));
    place.before = typed.mid(words, start - words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QChar sign = place.word.isEmpty() ? QChar() : place.word[0];
    if (sign == QLatin1Char('/') && place.before.isEmpty())
        offerCommands(place);
    else if (sign == QLatin1Char('#'))
        offerTags(place);
    else if (!place.before.isEmpty() && place.before.first().startsWith(QLatin1Char('/')))
        offerArguments(place);
    if (place.rows.empty() && sign == QLatin1Char('@'))
        offerPeople(place);
    else if (place.rows.empty() && sign.isLetterOrNumber()
             && (place.before.isEmpty() || !place.before.first().startsWith(QLatin1Char('/'))))
        offerServices(place);
    std::stable_partition(place.rows.begin(), place.rows.end(), [&place](const Completion &row) { return begins(row.text, place.word); });
    if (static_cast<qsizetype>(place.rows.size()) > mostRows)
        place.rows.resize(mostRows);
    return {start, static_cast<int>(place.word.size()), std::move(place.rows)};
}

} // namespace qd::items
