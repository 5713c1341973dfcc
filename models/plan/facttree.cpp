#include "models/plan/facttree.h"

#include "models/core/durationtext.h"
#include "models/plan/fields.h"
#include "models/plan/values.h"

namespace qd::plan {
namespace {

using Kind = FactTree::Kind;

FactTree fact(const QString &text)
{
    return {Kind::Fact, {}, text, {}};
}

FactTree tree(const QString &value)
{
    return fact(value);
}
FactTree tree(const QByteArray &value)
{
    return fact(QString::fromUtf8(value));
}
FactTree tree(bool value)
{
    return fact(value ? QStringLiteral("yes") : QStringLiteral("no"));
}
FactTree tree(int value)
{
    return fact(QString::number(value));
}
FactTree tree(double value)
{
    return fact(QString::number(value));
}
FactTree tree(Duration value)
{
    return fact(spokenDuration(value));
}
FactTree tree(Need value)
{
    return fact(value == Need::Yes ? QStringLiteral("yes") : value == Need::No ? QStringLiteral("no") : needText(value));
}
FactTree tree(Origin value)
{
    return fact(originText(value));
}
FactTree tree(const Target &value)
{
    return fact(spokenTarget(value));
}

FactTree tree(const QStringList &value)
{
    FactTree series{Kind::Series, {}, {}, {}};
    for (const QString &text : value)
        series.parts.push_back(fact(text));
    return series;
}
FactTree tree(const std::vector<QString> &value)
{
    return tree(QStringList(value.begin(), value.end()));
}

FactTree tree(const Calendar &value)
{
    QStringList holidays;
    for (const QDate &day : value.holidays)
        holidays << day.toString(Qt::ISODate);
    FactTree group{Kind::Group, {}, {}, {fact(dayNames(value).join(QStringLiteral(", "))), fact(hoursText(value)), tree(holidays)}};
    group.parts[0].key = QStringLiteral("days");
    group.parts[1].key = QStringLiteral("hours");
    group.parts[2].key = QStringLiteral("holidays");
    return group;
}

FactTree tree(const MetricTarget &value)
{
    return fact(spokenDuration(value.within));
}

template<class T>
FactTree tree(const std::optional<T> &value)
{
    return value ? tree(*value) : fact({});
}
template<class T>
FactTree tree(const std::vector<T> &value);
template<class T>
FactTree tree(const T &value);

// Where a fact was read from is nothing that the plan says.
template<class T>
constexpr bool isProvenance = std::same_as<T, QMap<QString, int>> || std::same_as<T, std::vector<int>>;

class TreeMaker
{
public:
    template<class T>
    TreeMaker &field(const char *key, const T &value)
    {
        if constexpr (!isProvenance<T>) {
            m_group.parts.push_back(tree(value));
            m_group.parts.back().key = QLatin1String(key);
        }
        return *this;
    }
    template<class T>
    TreeMaker &required(const char *key, const T &value)
    {
        return field(key, value);
    }
    TreeMaker &severities(const char *key, const QStringList &ids)
    {
        m_group.parts.push_back(fact(ids.join(QStringLiteral(", "))));
        m_group.parts.back().key = QLatin1String(key);
        return *this;
    }
    [[nodiscard]] FactTree take() { return std::move(m_group); }

private:
    FactTree m_group{Kind::Group, {}, {}, {}};
};

template<class T>
QString nameOf(const T &item)
{
    if constexpr (requires { item.who; })
        return item.who;
    else if constexpr (requires { item.name; })
        return item.name;
    else if constexpr (requires { item.title; })
        return item.title;
    else if constexpr (requires { item.what; })
        return item.what;
    else if constexpr (requires { item.id; })
        return item.id;
    else if constexpr (requires { item.text; })
        return item.text;
    else
        return {}; // it is known by its severity
}

template<class T>
FactTree itemTree(const T &item)
{
    if constexpr (std::same_as<T, QDate> || std::same_as<T, Unread>)
        return fact(nameOf(item));
    else {
        FactTree part = tree(item);
        if constexpr (requires { item.id; })
            part.key = item.id;
        else if constexpr (requires { item.severity; })
            part.key = item.severity;
        if (part.kind == Kind::Group)
            part.text = nameOf(item);
        return part;
    }
}

template<class T>
FactTree tree(const std::vector<T> &value)
{
    constexpr bool named = requires(const T &item)
    {
        item.id;
    }
    || requires(const T &item)
    {
        item.severity;
    };
    FactTree list{named ? Kind::Named : Kind::Series, {}, {}, {}};
    for (const T &item : value)
        list.parts.push_back(itemTree(item));
    return list;
}

template<class T>
FactTree tree(const T &value)
{
    TreeMaker maker;
    fields(maker, value);
    return maker.take();
}

} // namespace

FactTree factTree(const Plan &plan)
{
    return tree(plan);
}

} // namespace qd::plan
