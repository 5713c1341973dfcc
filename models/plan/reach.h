#pragma once
// The value that stands at a path of a plan ("severities/0/respond_within", "roles/1/duties/0"), whatever its type. Internal to facts.

#include "models/plan/fields.h"

#include <QStringList>

namespace qd::plan {

struct Probe
{
    Probe &required(const char *, auto &) { return *this; }
    Probe &field(const char *, auto &) { return *this; }
    Probe &severities(const char *, auto &) { return *this; }
};

template<class T>
concept HasFields = requires(Probe &probe, T &value)
{
    fields(probe, value);
}
&&!std::same_as<std::remove_const_t<T>, Cadence>;

template<class T>
inline constexpr bool isBlockList = false;
template<class T>
inline constexpr bool isBlockList<std::vector<T>> = HasFields<T> || std::same_as<T, Cadence> || std::same_as<T, MetricTarget>;

// Those that the plan file writes in a form of their own, as blocks of keys.
void keysOf(auto &v, HasFields auto &block)
{
    fields(v, block);
}
void keysOf(auto &v, Is<Cadence> auto &cadence)
{
    v.required("severity", cadence.severity);
    fields(v, cadence);
}
void keysOf(auto &v, Is<MetricTarget> auto &target)
{
    v.required("severity", target.severity).required("within", target.within);
}
void keysOf(auto &v, Is<Calendar> auto &calendar)
{
    v.field("days", calendar.days).field("opens", calendar.opens).field("closes", calendar.closes).field("holidays", calendar.holidays);
}

template<class T>
concept IsBlock = requires(Probe &probe, T &value)
{
    keysOf(probe, value);
};

template<class T>
inline constexpr bool isList = isBlockList<T> || std::same_as<T, QStringList>;

[[nodiscard]] std::optional<size_t> placeIn(const auto &list, const QString &word)
{
    bool isNumber = false;
    const size_t place = word.toULongLong(&isNumber);
    return isNumber && place < static_cast<size_t>(list.size()) ? std::optional(place) : std::nullopt;
}

template<class Act>
class Reach
{
public:
    Reach(const QStringList &path, Act &act) : m_path(path), m_act(act) { }

    template<class T>
    Reach &field(const char *key, T &value)
    {
        if (!m_path.isEmpty() && m_path.first() == QLatin1String(key))
            m_found = into(value, m_path.mid(1));
        return *this;
    }
    template<class T>
    Reach &required(const char *key, T &value)
    {
        return field(key, value);
    }
    Reach &severities(const char *key, QStringList &ids) { return field(key, ids); }
    [[nodiscard]] bool found() const { return m_found; }

private:
    template<class T>
    bool into(T &value, const QStringList &path)
    {
        if (path.isEmpty()) {
            m_act(value);
            return true;
        }
        if constexpr (isList<T>) {
            const std::optional<size_t> place = placeIn(value, path.first());
            return place && into(value[static_cast<typename T::size_type>(*place)], path.mid(1));
        } else if constexpr (IsBlock<T>) {
            Reach inner(path, m_act);
            keysOf(inner, value);
            return inner.found();
        } else {
            return false;
        }
    }

    QStringList m_path;
    Act &m_act;
    bool m_found = false;
};

// Calls act(value); false: the path leads nowhere.
template<class Act>
bool reach(Plan &plan, const QString &path, Act act)
{
    Reach<Act> visitor(path.split(QLatin1Char('/')), act);
    fields(visitor, plan);
    return visitor.found();
}

// Calls act(list, place) for an element of a list.
template<class Act>
bool reachElement(Plan &plan, const QString &path, Act act)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    bool found = false;
    reach(plan, path.left(slash), [&](auto &list) {
        if constexpr (isList<std::remove_reference_t<decltype(list)>>) {
            if (const std::optional<size_t> place = placeIn(list, path.mid(slash + 1))) {
                act(list, static_cast<std::ptrdiff_t>(*place));
                found = true;
            }
        }
    });
    return found;
}

} // namespace qd::plan
