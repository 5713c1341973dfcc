#include "models/plan/revise.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace qd::plan {
namespace {

struct Unit // what is compared as one: a value, or a list without ids
{
    QString name;
    QString title;
    QString words;
};

QString spoken(const Fact &fact) // all that stands below it
{
    QStringList words{fact.words};
    for (const Fact &child : fact.children) {
        if (fact.kind == FactKind::Block || fact.kind == FactKind::Blocks)
            words << spoken(child);
    }
    words.removeAll(QString());
    return words.join(QLatin1Char('\n'));
}

bool isUnit(const Fact &fact)
{
    return (fact.kind != FactKind::Block && fact.kind != FactKind::Blocks) || fact.byPlace;
}

// The values of a plan in their order, and its parts: what has an id.
class Listing
{
public:
    explicit Listing(const Plan &plan) { add(factsOf(plan), {}); }

    [[nodiscard]] const std::vector<Unit> &units() const { return m_units; }
    [[nodiscard]] const QStringList &parts() const { return m_parts; }
    [[nodiscard]] bool has(const QString &part) const { return m_titles.contains(part); }
    [[nodiscard]] QString title(const QString &part) const { return m_titles.value(part); }
    [[nodiscard]] QString words(const QString &unit) const { return m_words.value(unit); }
    [[nodiscard]] QString under(const QString &part) const // the words of all its values
    {
        QStringList all;
        for (const Unit &unit : m_units) {
            if (unit.name.startsWith(part + QLatin1Char('/')) && !unit.words.isEmpty())
                all << unit.words;
        }
        return all.join(QLatin1Char('\n'));
    }

private:
    void add(const std::vector<Fact> &facts, const QString &of)
    {
        for (const Fact &fact : facts) {
            if (isUnit(fact))
                addUnit({fact.name, of.isEmpty() ? fact.title : of + QStringLiteral(": ") + fact.title, spoken(fact)});
            else if (fact.kind == FactKind::Blocks)
                addParts(fact);
            else
                add(fact.children, fact.title);
        }
    }
    void addUnit(const Unit &unit)
    {
        m_units.push_back(unit);
        m_words.insert(unit.name, unit.words);
    }
    void addParts(const Fact &list)
    {
        for (const Fact &part : list.children) {
            m_parts << part.name;
            m_titles.insert(part.name, part.title);
            add(part.children, part.title);
        }
    }

    std::vector<Unit> m_units;
    QHash<QString, QString> m_words;
    QStringList m_parts;
    QHash<QString, QString> m_titles;
};

class Reviser
{
public:
    Reviser(const Plan &read, const Plan &corrected, const Plan &readAgain)
        : m_corrected(corrected),
          m_before(read),
          m_mine(corrected),
          m_theirs(readAgain)
    {
        m_revision.plan = readAgain;
    }

    Revision run()
    {
        QStringList parts = m_before.parts() + m_mine.parts() + m_theirs.parts();
        parts.removeDuplicates();
        for (const QString &part : parts) {
            if (!isSettled(part))
                followPart(part);
        }
        QHash<QString, bool> seen;
        for (const Listing *listing : {&m_theirs, &m_mine}) {
            for (const Unit &unit : listing->units()) {
                if (!isSettled(unit.name) && !std::exchange(seen[unit.name], true))
                    followUnit(unit);
            }
        }
        return std::move(m_revision);
    }

private:
    [[nodiscard]] bool isSettled(const QString &name) const // with a part that only one side has
    {
        return std::any_of(m_settled.begin(), m_settled.end(),
                           [&name](const QString &part) { return name == part || name.startsWith(part + QLatin1Char('/')); });
    }

    void followPart(const QString &part)
    {
        const bool before = m_before.has(part), mine = m_mine.has(part), theirs = m_theirs.has(part);
        if (mine && theirs)
            return; // its values are compared one by one
        m_settled << part;
        const bool touched = before && (mine ? m_mine.under(part) : m_theirs.under(part)) != m_before.under(part);
        if (before && touched)
            m_revision.clashes.push_back({part, (mine ? m_mine : m_theirs).title(part), m_before.under(part),
                                          mine ? m_mine.under(part) : QString(), theirs ? m_theirs.under(part) : QString()});
        if (mine && (!before || touched)) {
            keep(part);
        } else if (theirs && before) {
            m_revision.kept << part;
            static_cast<void>(removeElement(m_revision.plan, pathOf(m_revision.plan, part)));
        } else {
            m_revision.fromDocument << part;
        }
    }

    void followUnit(const Unit &unit)
    {
        const QString before = m_before.words(unit.name), mine = m_mine.words(unit.name), theirs = m_theirs.words(unit.name);
        if (mine == theirs)
            return;
        if (mine == before) {
            m_revision.fromDocument << unit.name;
            return;
        }
        if (theirs != before)
            m_revision.clashes.push_back({unit.name, unit.title, before, mine, theirs});
        keep(unit.name);
    }

    void keep(const QString &name)
    {
        m_revision.kept << name;
        static_cast<void>(copyFact(m_revision.plan, name, m_corrected));
    }

    const Plan &m_corrected;
    Listing m_before, m_mine, m_theirs;
    QStringList m_settled;
    Revision m_revision;
};

// What a person has settled or set aside does not come back.
template<class T, class Key>
void dropSettled(const std::vector<T> &before, const std::vector<T> &mine, std::vector<T> &theirs, const Key &key)
{
    QSet<QString> settled;
    for (const T &one : before)
        settled.insert(key(one));
    for (const T &one : mine)
        settled.remove(key(one));
    std::erase_if(theirs, [&](const T &one) { return settled.contains(key(one)); });
}

} // namespace

Revision revise(const Plan &read, const Plan &corrected, const Plan &readAgain)
{
    Revision revision = Reviser(read, corrected, readAgain).run();
    dropSettled(read.unread, corrected.unread, revision.plan.unread, [](const Unread &one) { return one.text; });
    dropSettled(read.conflicts, corrected.conflicts, revision.plan.conflicts, [](const Conflict &one) { return one.what; });
    return revision;
}

} // namespace qd::plan
