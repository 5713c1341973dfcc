#include "models/items/plancards.h"

#include "models/plan/provenance.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::items {
namespace {

constexpr qsizetype longestSummary = 90; // characters

using plan::Fact;
using plan::FactKind;

QString tr(const char *text)
{
    return QCoreApplication::translate("PlanCards", text);
}

bool isGroup(const Fact &fact)
{
    return fact.kind == FactKind::Block || fact.kind == FactKind::Blocks;
}

bool says(const Fact &fact)
{
    if (!isGroup(fact))
        return !fact.words.isEmpty();
    return std::any_of(fact.children.begin(), fact.children.end(), says);
}

// What a person expects of every plan, and must see to be missing.
bool isExpected(const Fact &fact)
{
    static const QStringList keys{QStringLiteral("respond_within"), QStringLiteral("resolve_within"), QStringLiteral("postmortem_required"),
                                  QStringLiteral("postmortem_within")};
    return fact.required || keys.contains(fact.name.section(QLatin1Char('/'), -1));
}

// The first words of a part, so that it need not be unfolded to be known.
QString summaryOf(const Fact &part)
{
    QStringList said;
    for (const Fact &fact : part.children) {
        const bool isName = fact.words == part.title || part.title.contains(fact.words) || fact.name.endsWith(QLatin1String("/id"));
        if (fact.kind == FactKind::Time && !fact.words.isEmpty() && said.size() < 3)
            said << fact.title + QLatin1Char(' ') + spokenWords(fact);
        else if (said.isEmpty() && !isName && (fact.kind == FactKind::Words || fact.kind == FactKind::Prose) && !fact.words.isEmpty())
            said << (fact.words.size() > longestSummary ? fact.words.left(longestSummary).simplified() + QStringLiteral("…")
                                                        : fact.words.simplified());
    }
    return said.join(QStringLiteral(" · "));
}

class Rows
{
public:
    explicit Rows(const PlanRows &rows) : m_rows(rows)
    {
        for (const plan::FactProblem &problem : rows.problems)
            m_problems[problem.path] << problem.what;
    }

    Cards all()
    {
        const auto isPlain = [](const Fact &fact) { return !isGroup(fact); };
        addHeading(QStringLiteral("plan"), tr("The plan"), {}, 0, true);
        if (isOpen(QStringLiteral("plan"))) {
            for (const Fact &fact : m_rows.facts) {
                if (isPlain(fact))
                    addFact(fact, 1);
            }
        }
        dropEmptyHeading();
        for (const Fact &fact : m_rows.facts) {
            if (!isPlain(fact))
                addGroup(fact, 0);
        }
        return std::move(m_cards);
    }

private:
    [[nodiscard]] bool isOpen(const QString &name) const { return !m_rows.filter.isEmpty() || m_rows.unfolded.contains(name); }
    [[nodiscard]] bool passes(const QString &words) const
    {
        return m_rows.filter.isEmpty() || words.contains(m_rows.filter, Qt::CaseInsensitive);
    }
    [[nodiscard]] bool passesBelow(const Fact &fact) const
    {
        return passes(fact.title) || passes(fact.words)
            || std::any_of(fact.children.begin(), fact.children.end(), [this](const Fact &child) { return passesBelow(child); });
    }
    [[nodiscard]] bool hasProblemBelow(const QString &path) const
    {
        return std::any_of(m_problems.keyBegin(), m_problems.keyEnd(),
                           [&path](const QString &at) { return at == path || at.startsWith(path + QLatin1Char('/')); });
    }

    Card &addHeading(const QString &name, const QString &title, const QString &path, int depth, bool strong)
    {
        Card card;
        card.id = name;
        card.title = title;
        card.heading = true;
        card.expanded = isOpen(name);
        card.depth = depth;
        card.marks = m_rows.marks.value(name);
        if (!path.isEmpty() && hasProblemBelow(path)) {
            card.tone = Tone::Missed;
            card.marks << tr("wrong");
        }
        card.alarm = false;
        card.spoken = strong ? tr("Part: %1").arg(title) : title;
        m_cards.push_back(card);
        return m_cards.back();
    }

    void dropEmptyHeading()
    {
        if (!m_rows.filter.isEmpty() && !m_cards.empty() && m_cards.back().heading)
            m_cards.pop_back();
    }

    void addGroup(const Fact &group, int depth)
    {
        if (!m_rows.filter.isEmpty() && !passesBelow(group))
            return;
        if (!m_rows.withUnsaid && !says(group) && depth > 0 && !hasProblemBelow(group.path))
            return;
        Card &heading = addHeading(group.name, group.title, group.path, depth, depth == 0);
        const bool isPart = group.kind == FactKind::Block && depth > 0;
        if (group.kind == FactKind::Blocks)
            heading.value = group.children.empty() ? tr("none") : QString::number(group.children.size());
        else if (!isPart)
            heading.value = says(group) ? QString() : tr("none");
        else
            heading.detail = heading.expanded ? QString() : summaryOf(group);
        if (const int line = isPart ? plan::lineOf(m_rows.plan, group.name) : 0)
            heading.value = tr("line %1").arg(line);
        heading.spoken += QStringLiteral(", ") + heading.value;
        if (!heading.expanded)
            return;
        for (const Fact &child : group.children) {
            if (isGroup(child))
                addGroup(child, depth + 1);
            else
                addFact(child, depth + 1);
        }
    }

    void addFact(const Fact &fact, int depth)
    {
        const bool wrong = m_problems.contains(fact.path);
        const bool unsaid = fact.words.isEmpty();
        if (unsaid && !wrong && !m_rows.withUnsaid && !isExpected(fact))
            return;
        if (!m_rows.filter.isEmpty() && !passesBelow(fact))
            return;
        if (fact.children.empty()) {
            addRow(fact, fact.title, depth);
            return;
        }
        for (size_t i = 0; i < fact.children.size(); ++i)
            addRow(fact.children[i], i == 0 ? fact.title : QString(), depth);
    }

    void addRow(const Fact &fact, const QString &called, int depth)
    {
        Card card;
        card.id = fact.name;
        card.kicker = called;
        card.title = spokenWords(fact);
        card.depth = depth;
        card.marks = m_rows.marks.value(fact.name);
        if (fact.words.isEmpty()) {
            card.title = tr("not said");
            card.tone = Tone::Quiet;
        } else if (const int line = plan::lineOf(m_rows.plan, fact.name)) {
            card.value = QString::number(line);
        }
        if (const QStringList problems = m_problems.value(fact.path); !problems.isEmpty()) {
            card.tone = Tone::Missed;
            card.detail = problems.join(QLatin1Char('\n'));
            card.value.clear();
        }
        card.spoken = QStringLiteral("%1: %2").arg(called.isEmpty() ? fact.title : called, card.title);
        if (!card.value.isEmpty())
            card.spoken += tr(", line %1").arg(card.value);
        if (!card.detail.isEmpty())
            card.spoken += QStringLiteral(". ") + card.detail;
        m_cards.push_back(card);
    }

    const PlanRows &m_rows;
    QHash<QString, QStringList> m_problems; // by path
    Cards m_cards;
};

} // namespace

Cards planCards(const PlanRows &rows)
{
    return Rows(rows).all();
}

QStringList waysTo(const QString &name)
{
    QStringList ways;
    for (qsizetype slash = name.indexOf(QLatin1Char('/')); slash >= 0; slash = name.indexOf(QLatin1Char('/'), slash + 1))
        ways << name.left(slash);
    ways << (ways.isEmpty() ? QStringLiteral("plan") : name);
    return ways;
}

} // namespace qd::items
