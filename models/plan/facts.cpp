#include "models/plan/facts.h"

#include "models/core/durationtext.h"
#include "models/plan/check.h"
#include "models/plan/reach.h"
#include "models/plan/values.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace qd::plan {
namespace {

constexpr qsizetype longestInALine = 80; // longer words, or those of several lines, are prose

QString joined(const auto &values, const auto &wordsOf)
{
    QStringList lines;
    for (const auto &value : values)
        lines << wordsOf(value);
    return lines.join(QLatin1Char('\n'));
}

QString wordsOf(const QString &value)
{
    return value;
}
QString wordsOf(const QByteArray &value)
{
    return QString::fromUtf8(value);
}
QString wordsOf(bool value)
{
    return value ? QStringLiteral("yes") : QString();
}
QString wordsOf(const std::optional<Need> &value)
{
    return !value ? QString() : *value == Need::Yes ? QStringLiteral("yes") : *value == Need::No ? QStringLiteral("no") : needText(*value);
}
QString wordsOf(int value)
{
    return QString::number(value);
}
QString wordsOf(double value)
{
    return QString::number(value * 100, 'g', 12) + QLatin1Char('%');
}
QString wordsOf(Duration value)
{
    return writeDuration(value);
}
QString wordsOf(const std::optional<Duration> &value)
{
    return value ? writeDuration(*value) : QString();
}
QString wordsOf(const MaybeTarget &value)
{
    return value ? writeTarget(*value) : QString();
}
QString wordsOf(Origin value)
{
    return originText(value);
}
QString wordsOf(QTime value)
{
    return value.toString(QStringLiteral("HH:mm"));
}
QString wordsOf(const QStringList &value)
{
    return value.join(QLatin1Char('\n'));
}
QString wordsOf(const std::vector<int> &days)
{
    Calendar calendar;
    calendar.days = days;
    return dayNames(calendar).join(QLatin1Char('\n'));
}
QString wordsOf(const std::vector<QDate> &value)
{
    return joined(value, [](QDate date) { return date.toString(Qt::ISODate); });
}

template<class T>
FactKind kindOf(const T &value, const QString &words)
{
    if constexpr (std::same_as<T, bool> || std::same_as<T, std::optional<Need>>)
        return FactKind::Flag;
    else if constexpr (std::same_as<T, Duration> || std::same_as<T, std::optional<Duration>> || std::same_as<T, MaybeTarget>)
        return FactKind::Time;
    else if constexpr (std::same_as<T, QStringList> || std::same_as<T, std::vector<int>> || std::same_as<T, std::vector<QDate>>)
        return FactKind::List;
    else
        return words.size() > longestInALine || words.contains(QLatin1Char('\n')) ? FactKind::Prose : FactKind::Words;
    Q_UNUSED(value)
}

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

// What identifies an element beside its place; empty: nothing does.
template<class T>
QString idOf(const T &element)
{
    if constexpr (requires { element.id; })
        return element.id;
    else if constexpr (requires { element.severity; })
        return element.severity;
    else
        return {};
}

QString titleOf(const Severity &severity)
{
    return severity.name.isEmpty() || severity.name == severity.id ? severity.id : severity.id + QLatin1Char(' ') + severity.name;
}
QString titleOf(const EscalationStep &step)
{
    return QStringLiteral("%1. %2").arg(step.step).arg(step.who);
}
template<class T>
QString titleOf(const T &element)
{
    if constexpr (requires { element.name; })
        return firstOf({element.name, idOf(element)});
    else if constexpr (requires { element.title; })
        return element.title;
    else
        return idOf(element);
}

bool isOfTheImport(const char *key)
{
    static constexpr std::array keys{"lines", "conflicts", "unread"};
    return std::any_of(keys.begin(), keys.end(), [key](const char *other) { return qstrcmp(key, other) == 0; });
}

class Tree
{
public:
    Tree(const QString &path, const QString &name, std::vector<Fact> &facts) : m_path(path), m_name(name), m_facts(facts) { }

    template<class T>
    Tree &field(const char *key, const T &value)
    {
        if (!isOfTheImport(key))
            m_facts.push_back(factOf(below(m_path, key), below(m_name, key), titleOfKey(QLatin1String(key)), value));
        return *this;
    }
    template<class T>
    Tree &required(const char *key, const T &value)
    {
        field(key, value);
        m_facts.back().required = true;
        return *this;
    }
    Tree &severities(const char *key, const QStringList &ids) { return field(key, ids); }

private:
    static QString below(const QString &path, const QString &key) { return path.isEmpty() ? key : path + QLatin1Char('/') + key; }
    static QString below(const QString &path, const char *key) { return below(path, QString::fromLatin1(key)); }

    template<class T>
    static Fact factOf(const QString &path, const QString &name, const QString &title, const T &value)
    {
        Fact fact{path, name, title, FactKind::Block, {}, false, false, {}};
        if constexpr (isBlockList<T>) {
            using Element = typename T::value_type;
            fact.kind = FactKind::Blocks;
            fact.byPlace = !requires(Element element) { element.id; } && !requires(Element element) { element.severity; };
            for (size_t i = 0; i < value.size(); ++i) {
                const QString place = QString::number(i);
                const QString id = idOf(value[i]);
                fact.children.push_back(factOf(below(path, place), below(name, id.isEmpty() ? place : id), titleOf(value[i]), value[i]));
            }
        } else if constexpr (IsBlock<const T>) {
            Tree inner(path, name, fact.children);
            keysOf(inner, value);
        } else if constexpr (requires { wordsOf(value); }) {
            fact.words = wordsOf(value);
            fact.kind = kindOf(value, fact.words);
            if constexpr (std::same_as<T, QStringList>)
                addTexts(fact);
        }
        return fact;
    }

    static void addTexts(Fact &list)
    {
        if (list.words.isEmpty())
            return;
        const QStringList texts = list.words.split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString place = QString::number(i);
            list.children.push_back({below(list.path, place), below(list.name, place), {}, FactKind::Words, texts[i], false, false, {}});
        }
    }

    QString m_path;
    QString m_name;
    std::vector<Fact> &m_facts;
};

void collectMissing(const std::vector<Fact> &facts, const QString &of, std::vector<FactProblem> &problems)
{
    for (const Fact &fact : facts) {
        const bool says = !fact.words.isEmpty() || !fact.children.empty();
        if (fact.required && !says)
            problems.push_back({fact.path, QStringLiteral("'%1' is empty; %2 needs it").arg(fact.title, of)});
        const bool isElement = fact.kind == FactKind::Block && !fact.title.isEmpty();
        collectMissing(fact.children, isElement ? QStringLiteral("'%1'").arg(fact.title) : of, problems);
    }
}

void collectOrder(const std::vector<Fact> &facts, QHash<QString, int> &order)
{
    for (const Fact &fact : facts) {
        order.insert(fact.path, static_cast<int>(order.size()));
        collectOrder(fact.children, order);
    }
}

const Fact *find(const std::vector<Fact> &facts, const QString &wanted, QString Fact::*by)
{
    for (const Fact &fact : facts) {
        if (fact.*by == wanted)
            return &fact;
        if (wanted.startsWith(fact.*by + QLatin1Char('/')))
            return find(fact.children, wanted, by);
    }
    return nullptr;
}

int orderOf(QString path, const QHash<QString, int> &order)
{
    while (!path.isEmpty() && !order.contains(path))
        path.truncate(std::max<qsizetype>(0, path.lastIndexOf(QLatin1Char('/'))));
    return order.value(path, -1);
}

} // namespace

std::vector<Fact> factsOf(const Plan &plan)
{
    std::vector<Fact> facts;
    Tree tree({}, {}, facts);
    fields(tree, plan);
    return facts;
}

const Fact *findFact(const std::vector<Fact> &facts, const QString &name)
{
    return find(facts, name, &Fact::name);
}

QString titleOfKey(const QString &key)
{
    static const QHash<QString, QString> spoken{
        {QStringLiteral("id"), QStringLiteral("Id")},
        {QStringLiteral("cadence"), QStringLiteral("Updates by severity")},
        {QStringLiteral("every"), QStringLiteral("Update every")},
        {QStringLiteral("first_within"), QStringLiteral("First update within")},
        {QStringLiteral("postmortem"), QStringLiteral("Post-mortem")},
        {QStringLiteral("postmortem_required"), QStringLiteral("Post-mortem required")},
        {QStringLiteral("postmortem_within"), QStringLiteral("Post-mortem within")},
        {QStringLiteral("postmortem_document_within"), QStringLiteral("Post-mortem document within")},
        {QStringLiteral("on_call"), QStringLiteral("On call")},
        {QStringLiteral("types"), QStringLiteral("Types of incident")},
        {QStringLiteral("origin"), QStringLiteral("Clocks count from")},
        {QStringLiteral("warn_at"), QStringLiteral("Warn at")},
    };
    const auto found = spoken.constFind(key);
    if (found != spoken.constEnd())
        return *found;
    QString title = key;
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    return title.isEmpty() ? title : title.left(1).toUpper() + title.mid(1);
}

QString spokenWords(const Fact &fact)
{
    const bool isTime = fact.kind == FactKind::Time && !fact.words.isEmpty();
    const Result<Target> target = isTime ? parseTarget(fact.words) : Result<Target>(fact.words);
    return isTime && target ? spokenTarget(*target) : fact.words;
}

QString pathOf(const Plan &plan, const QString &name)
{
    const std::vector<Fact> facts = factsOf(plan);
    const Fact *fact = findFact(facts, name);
    return fact ? fact->path : QString();
}

QString nameOf(const Plan &plan, const QString &path)
{
    const std::vector<Fact> facts = factsOf(plan);
    const Fact *fact = find(facts, path, &Fact::path);
    return fact ? fact->name : QString();
}

std::vector<FactProblem> problemsOf(const Plan &plan)
{
    const std::vector<Fact> facts = factsOf(plan);
    std::vector<FactProblem> problems;
    collectMissing(facts, QStringLiteral("a plan"), problems);
    checkPlan(plan, [&problems](const QString &path, const QString &what) { problems.push_back({path, what}); });
    QHash<QString, int> order;
    collectOrder(facts, order);
    std::stable_sort(problems.begin(), problems.end(),
                     [&order](const FactProblem &a, const FactProblem &b) { return orderOf(a.path, order) < orderOf(b.path, order); });
    return problems;
}

} // namespace qd::plan
