#include "models/plan/pointing.h"

#include "models/plan/provenance.h"
#include "models/plan/values.h"
#include "models/plan/written/targets.h"

#include <QRegularExpression>

#include <algorithm>

namespace qd::plan {
namespace {

QString withArticle(const QString &word)
{
    return (QStringLiteral("aeiou").contains(word[0]) ? QStringLiteral("an ") : QStringLiteral("a ")) + word;
}

// "roles" holds roles, "duties" a duty: what one of a list is called.
QString oneOf(const QString &list)
{
    static const QHash<QString, QString> irregular{{QStringLiteral("severities"), QStringLiteral("a severity")},
                                                   {QStringLiteral("escalation"), QStringLiteral("a step of escalation")},
                                                   {QStringLiteral("cadence"), QStringLiteral("a cadence of updates")},
                                                   {QStringLiteral("duties"), QStringLiteral("a duty")},
                                                   {QStringLiteral("criteria"), QStringLiteral("a criterion")},
                                                   {QStringLiteral("required_at"), QStringLiteral("a severity that requires it")}};
    const auto found = irregular.constFind(list);
    if (found != irregular.constEnd())
        return *found;
    QString one = QString(list).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (one.endsWith(QLatin1Char('s')))
        one.chop(1);
    return withArticle(one);
}

void collect(const std::vector<Fact> &facts, const QString &of, std::vector<Meaning> &all)
{
    for (const Fact &fact : facts) {
        const QString before = of.isEmpty() ? QString() : of + QStringLiteral(": ");
        const bool isList = fact.kind == FactKind::List || fact.kind == FactKind::Blocks;
        if (isList)
            all.push_back({fact.name, before + oneOf(fact.name.section(QLatin1Char('/'), -1))});
        else if (fact.kind != FactKind::Block)
            all.push_back({fact.name, before + fact.title});
        if (fact.kind == FactKind::Block || fact.kind == FactKind::Blocks)
            collect(fact.children, fact.kind == FactKind::Blocks ? of : before + fact.title, all);
    }
}

QString withoutMarkup(const QString &line)
{
    static const QRegularExpression lead(QStringLiteral("^\\s*(?:[>#*+|-]+\\s+|\\d+[.)]\\s+|\\[[ xX]\\]\\s+|\\|)*"));
    static const QRegularExpression emphasis(QStringLiteral("\\*\\*|__|`|\\s*\\|\\s*$"));
    return QString(line).remove(lead).remove(emphasis).simplified();
}

} // namespace

std::vector<Meaning> meanings(const Plan &plan)
{
    std::vector<Meaning> all;
    collect(factsOf(plan), {}, all);
    return all;
}

QString wordsOfLine(const Plan &plan, const QString &meaning, const QString &line)
{
    const std::vector<Fact> facts = factsOf(plan);
    const Fact *fact = findFact(facts, meaning);
    const QString text = withoutMarkup(line);
    if (fact && fact->kind == FactKind::Time) {
        const std::vector<written::TimeRead> times = written::timesIn(text);
        return times.empty() ? text : writeTarget(times.front().target());
    }
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    return fact && fact->kind == FactKind::Words && colon > 0 ? text.mid(colon + 2) : text;
}

Result<QString> giveMeaning(Plan &plan, const QString &meaning, const QString &words, int line)
{
    const std::vector<Fact> facts = factsOf(plan);
    const Fact *fact = findFact(facts, meaning);
    if (!fact)
        return refused(
            QStringLiteral("choose what the line says from the list, such as '%1'")
                .arg(plan.severities.empty() ? QStringLiteral("a severity") : plan.severities[0].id + QStringLiteral(": Respond within")));
    QString name = meaning;
    if (fact->kind == FactKind::List || fact->kind == FactKind::Blocks) {
        const Result<QString> added = addElement(plan, fact->path, words);
        if (!added)
            return added;
        name = nameOf(plan, *added);
    } else if (const Result<void> set = setWords(plan, fact->path, words); !set) {
        return tl::unexpected(set.error());
    }
    setLine(plan, name, line);
    std::erase_if(plan.unread, [line](const Unread &unread) { return unread.line == line; });
    return name;
}

Result<void> choose(Plan &plan, size_t conflict, size_t value)
{
    if (conflict >= plan.conflicts.size() || value >= static_cast<size_t>(plan.conflicts[conflict].values.size()))
        return refused(QStringLiteral("there are no two statements to choose from"));
    const Conflict chosen = plan.conflicts[conflict];
    const Result<void> set = setWords(plan, pathOf(plan, chosen.path), chosen.values[static_cast<qsizetype>(value)]);
    if (!set)
        return set;
    if (value < chosen.lines.size())
        setLine(plan, chosen.path, chosen.lines[value]);
    plan.conflicts.erase(plan.conflicts.begin() + static_cast<std::ptrdiff_t>(conflict));
    return {};
}

} // namespace qd::plan
