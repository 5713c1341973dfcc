#include "models/review/rolenames.h"

#include "models/review/personwords.h"

namespace qd::review {
namespace {

QString keyOf(const QStringList &words)
{
    return words.join(QLatin1Char(' '));
}

QString ordinal(qsizetype number) // from 1
{
    static const QStringList words{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third"),   QStringLiteral("fourth"),
                                   QStringLiteral("fifth"), QStringLiteral("sixth"),  QStringLiteral("seventh"), QStringLiteral("eighth"),
                                   QStringLiteral("ninth"), QStringLiteral("tenth")};
    return number <= words.size() ? words[number - 1] : QStringLiteral("%1th").arg(number);
}

QString withCapital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString slugOf(const QString &label)
{
    return label.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
}

bool joinsNames(QStringView between) // what may stand between two words of one name
{
    static const QString signs = QStringLiteral(" .-_'\u2019\u00a0+");
    return !between.isEmpty() && between.size() <= 2
        && std::all_of(between.begin(), between.end(), [](QChar c) { return signs.contains(c); });
}

bool beginsSentence(const QString &text, qsizetype at)
{
    qsizetype before = at - 1;
    while (before >= 0 && (text[before] == QLatin1Char(' ') || QStringLiteral("*_~#>-\u201c\"").contains(text[before])))
        --before;
    return before < 0 || QStringLiteral(".!?\n|").contains(text[before]);
}

bool isPartOfAddress(const QString &text, qsizetype begin, qsizetype end) // "x/dana", "dana-screen.png"
{
    static const QString joints = QStringLiteral("/_-\\=&?+");
    const bool before = begin > 1 && joints.contains(text[begin - 1]) && !text[begin - 2].isSpace();
    const bool joined = end + 1 < text.size() && (joints.contains(text[end]) || text[end] == QLatin1Char('.'));
    return before || (joined && text[end + 1].isLetterOrNumber());
}

qsizetype domainAfter(const QString &text, qsizetype at) // the length of "@example.org"
{
    if (at >= text.size() || text[at] != QLatin1Char('@'))
        return 0;
    qsizetype end = at + 1;
    while (end < text.size()
           && (text[end].isLetterOrNumber()
               || (QStringLiteral(".-").contains(text[end]) && end + 1 < text.size() && text[end + 1].isLetterOrNumber())))
        ++end;
    return end - at > 1 ? end - at : 0;
}

} // namespace

RoleNames::RoleNames(const Incident &incident) : m_roles(incident.rules.roles)
{
    for (const auto *named : {&incident.rules.roles, &incident.rules.audiences, &incident.rules.escalation}) {
        for (const Rulebook::Named &item : *named) {
            for (const QString &text : {item.id, item.name, item.abbrev})
                m_keep.insert(keyOf(foldedNames(text)));
        }
    }
    addPeople(incident);
    addSeats(incident);
    for (std::vector<Alias> &aliases : m_aliases)
        std::stable_sort(aliases.begin(), aliases.end(), [](const Alias &a, const Alias &b) { return a.words.size() > b.words.size(); });
}

void RoleNames::addPerson(const QString &name)
{
    const bool mail = name.indexOf(QLatin1Char('@')) > 0;
    const QStringList words = foldedNames(mail ? name.section(QLatin1Char('@'), 0, 0) : name);
    const QString key = keyOf(words);
    if (words.isEmpty() || m_index.contains(key) || m_keep.contains(key) || (words.size() > 1 && isTeam(words)))
        return;
    if (words.size() == 1) { // "Dana" is Dana Smith, where there is no other
        for (const Alias &alias : m_aliases.value(words.first())) {
            if (alias.words == words && alias.person >= 0) {
                m_index.insert(key, alias.person);
                return;
            }
        }
    }
    const int person = static_cast<int>(m_people.size());
    m_people << name;
    m_index.insert(key, person);
    addAlias(words, person);
    if (words.size() == 1)
        return;
    for (const QString &word : words) {
        if (word.size() > 2 && !saysNothing(word) && word[0].isLetter())
            addAlias({word}, person);
    }
    addAlias({words.first() + words.last()}, person);
    addAlias({words.first().left(1) + words.last()}, person);
}

void RoleNames::addAlias(const QStringList &words, int person)
{
    std::vector<Alias> &known = m_aliases[words.first()];
    const auto same = std::find_if(known.begin(), known.end(), [&words](const Alias &alias) { return alias.words == words; });
    if (same == known.end())
        known.push_back({words, person, words.size() == 1 && isCommonWord(words.first())});
    else if (same->person != person)
        same->person = -1;
}

void RoleNames::addSeats(const Incident &incident)
{
    for (const RoleSpan &span : incident.roles)
        m_seats.push_back({span.role, m_index.value(keyOf(foldedNames(span.holder)), -1), span.from});
}

QString RoleNames::roleLabel(const QString &role, int person) const
{
    QList<int> holders;
    for (const Seat &seat : m_seats) {
        if (seat.role == role && seat.person >= 0 && !holders.contains(seat.person))
            holders << seat.person;
    }
    const auto named = std::find_if(m_roles.begin(), m_roles.end(), [&role](const Rulebook::Named &item) { return item.id == role; });
    const QString name = named == m_roles.end() || named->name.isEmpty() ? role : named->name;
    return holders.size() < 2 ? name : ordinal(holders.indexOf(person) + 1) + QLatin1Char(' ') + name;
}

QString RoleNames::roleAt(int person, Instant at) const
{
    for (const Rulebook::Named &role : m_roles) {
        int holder = -1;
        for (const Seat &seat : m_seats) { // by when they were taken
            if (seat.role == role.id && seat.from <= at)
                holder = seat.person;
        }
        if (holder == person)
            return role.name.isEmpty() ? role.id : role.name;
    }
    return {};
}

QString RoleNames::label(int person, std::optional<Instant> at) const
{
    if (person < 0)
        return QStringLiteral("responder");
    if (const QString role = at ? roleAt(person, *at) : QString(); !role.isEmpty())
        return role;
    const auto everHeld = [this](int who, const QString &role) {
        return std::any_of(m_seats.begin(), m_seats.end(),
                           [&](const Seat &seat) { return seat.person == who && (role.isEmpty() || seat.role == role); });
    };
    if (!at) {
        for (const Rulebook::Named &role : m_roles) {
            if (everHeld(person, role.id))
                return roleLabel(role.id, person);
        }
    }
    int number = 0;
    int all = 0;
    for (int other = 0; other < m_people.size(); ++other) {
        all += everHeld(other, {}) ? 0 : 1;
        number = other == person ? all : number;
    }
    return all < 2 || everHeld(person, {}) ? QStringLiteral("responder") : QStringLiteral("responder %1").arg(number);
}

// The longest name that stands there.
const RoleNames::Alias *RoleNames::aliasAt(const std::vector<Word> &words, size_t at, const QString &text) const
{
    const auto candidates = m_aliases.constFind(words[at].folded);
    if (candidates == m_aliases.cend())
        return nullptr;
    for (const Alias &alias : *candidates) {
        const auto count = static_cast<size_t>(alias.words.size());
        bool fits = at + count <= words.size();
        for (size_t i = 1; fits && i < count; ++i) {
            const Word &before = words[at + i - 1];
            const qsizetype end = before.at + before.length;
            fits = words[at + i].folded == alias.words[static_cast<qsizetype>(i)]
                && joinsNames(QStringView(text).mid(end, words[at + i].at - end));
        }
        const Word &first = words[at];
        const bool called = first.at > 0 && text[first.at - 1] == QLatin1Char('@');
        if (fits && (!alias.common || called || text[first.at].isUpper()))
            return &alias;
    }
    return nullptr;
}

QString RoleNames::replaced(const QString &text, std::optional<Instant> at, bool slug) const
{
    const std::vector<Word> words = wordsOf(text);
    QString result;
    qsizetype from = 0;
    for (size_t i = 0; i < words.size();) {
        const Alias *alias = aliasAt(words, i, text);
        if (!alias) {
            ++i;
            continue;
        }
        const qsizetype begin = words[i].at;
        i += static_cast<size_t>(alias->words.size());
        qsizetype end = words[i - 1].at + words[i - 1].length;
        const bool called = begin > 0 && text[begin - 1] == QLatin1Char('@'); // stays so: "@technical-lead"
        end += domainAfter(text, end);
        while (i < words.size() && words[i].at < end)
            ++i;
        const QString name = label(alias->person, at);
        result += QStringView(text).mid(from, begin - from);
        if (slug || called || isPartOfAddress(text, begin, end)) {
            result += slugOf(name);
        } else {
            const bool numbered = name.back().isDigit();
            const QString article = numbered         ? QString()
                : name == QLatin1String("responder") ? QStringLiteral("a ")
                                                     : QStringLiteral("the ");
            result += beginsSentence(text, begin) ? withCapital(article + name) : article + name;
        }
        from = end;
    }
    return from == 0 ? text : result.append(QStringView(text).mid(from));
}

QString RoleNames::inText(const QString &text, std::optional<Instant> at) const
{
    return replaced(text, at, false);
}

QString RoleNames::inFileName(const QString &name) const
{
    return replaced(name, {}, true);
}

QString RoleNames::of(const QString &person, std::optional<Instant> at) const
{
    if (person.isEmpty())
        return person;
    const bool mail = person.indexOf(QLatin1Char('@')) > 0;
    const auto known = m_index.constFind(keyOf(foldedNames(mail ? person.section(QLatin1Char('@'), 0, 0) : person)));
    return known == m_index.cend() ? inText(person, at) : withCapital(label(*known, at));
}

QString RoleNames::holding(const QString &role, const QString &holder) const
{
    if (holder.isEmpty())
        return holder;
    const auto known = m_index.constFind(keyOf(foldedNames(holder)));
    return known == m_index.cend() ? inText(holder) : roleLabel(role, *known);
}

} // namespace qd::review
