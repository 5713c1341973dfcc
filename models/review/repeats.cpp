#include "models/review/repeats.h"

#include <numeric>

namespace qd::review {
namespace {

class Sorter
{
public:
    explicit Sorter(const MeasuredCases &cases) : m_cases(cases), m_found(cases.size()), m_order(cases.size()), m_parent(cases.size())
    {
        std::iota(m_order.begin(), m_order.end(), 0);
        std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) { return isBefore(a, b); });
        std::iota(m_parent.begin(), m_parent.end(), 0);
        for (size_t i = 0; i < cases.size(); ++i)
            m_byRef.insert(cases[i]->ref.toUpper(), static_cast<int>(i));
    }

    std::vector<Recurrence> sorted()
    {
        countOnce();
        followLinks();
        for (const int place : m_order) {
            if (at(place).counted)
                compare(place);
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] Recurrence &at(int place) { return m_found[static_cast<size_t>(place)]; }
    [[nodiscard]] const Measured &measured(int place) const { return *m_cases[static_cast<size_t>(place)]; }

    // One whose time is not known comes last: nothing is said to repeat it.
    [[nodiscard]] bool isBefore(int a, int b) const
    {
        const auto &first = measured(a).at, &second = measured(b).at;
        return first && second ? *first < *second : first.has_value() && !second;
    }

    int rootOf(int place)
    {
        while (m_parent[static_cast<size_t>(place)] != place)
            place = m_parent[static_cast<size_t>(place)] = m_parent[static_cast<size_t>(m_parent[static_cast<size_t>(place)])];
        return place;
    }

    // Of those that are one, the first that points to no other is counted; where each does, the first of all.
    void countOnce()
    {
        std::vector<bool> points(m_cases.size());
        for (int place = 0; place < std::ssize(m_cases); ++place) {
            for (const IncidentLink &link : measured(place).links) {
                const bool same = link.relation == QLatin1String("duplicate") || link.relation == QLatin1String("merged-into");
                const int other = same ? m_byRef.value(link.other.toUpper(), -1) : -1;
                if (other < 0 || other == place)
                    continue;
                points[static_cast<size_t>(place)] = true;
                m_parent[static_cast<size_t>(rootOf(place))] = rootOf(other);
            }
        }
        QHash<int, int> stands; // for a root
        for (const bool pointing : {false, true}) {
            for (const int place : m_order) {
                if (points[static_cast<size_t>(place)] == pointing && !stands.contains(rootOf(place)))
                    stands.insert(rootOf(place), place);
            }
        }
        for (int place = 0; place < std::ssize(m_cases); ++place)
            at(place).counted = stands.value(rootOf(place)) == place;
        m_stands = std::move(stands);
    }

    void repeat(int place, int before, RepeatOf reason)
    {
        Recurrence &found = at(place);
        if (found.reason == RepeatOf::Nothing || (found.reason == reason && isBefore(found.before, before))) {
            found.reason = reason;
            found.before = before;
        }
    }

    void followLinks()
    {
        static const QStringList relations{QStringLiteral("related"), QStringLiteral("duplicate"), QStringLiteral("caused-by")};
        for (int place = 0; place < std::ssize(m_cases); ++place) {
            for (const IncidentLink &link : measured(place).links) {
                const int other = relations.contains(link.relation) ? m_byRef.value(link.other.toUpper(), -1) : -1;
                if (other < 0)
                    continue;
                const int one = m_stands.value(rootOf(place)), two = m_stands.value(rootOf(other)); // what is merged links for the whole
                if (one == two || measured(one).drill != measured(two).drill)
                    continue;
                isBefore(one, two) ? repeat(two, one, RepeatOf::Linked) : repeat(one, two, RepeatOf::Linked);
            }
        }
    }

    void compare(int place)
    {
        const Measured &one = measured(place);
        const QString sort = one.drill ? QStringLiteral("drill ") : QString();
        if (!one.cause.isEmpty()) {
            if (const int before = m_byCause.value(sort + one.cause, -1); before >= 0)
                repeat(place, before, RepeatOf::Cause);
            m_byCause.insert(sort + one.cause, place);
        }
        if (one.type.isEmpty() || !one.at)
            return;
        for (const QString &service : one.services) {
            const QString kind = sort + one.type.toLower() + QLatin1Char('\n') + service.toLower();
            const int before = m_byKind.value(kind, -1);
            if (before >= 0 && *one.at - *measured(before).at <= repeatsWithin)
                repeat(place, before, RepeatOf::Kind);
            m_byKind.insert(kind, place);
        }
    }

    const MeasuredCases &m_cases;
    std::vector<Recurrence> m_found;
    std::vector<int> m_order;  // by time
    std::vector<int> m_parent; // of those that are one and the same
    QHash<int, int> m_stands;
    QHash<QString, int> m_byRef, m_byCause, m_byKind; // the latest
};

} // namespace

std::vector<Recurrence> recurrences(const MeasuredCases &cases)
{
    return Sorter(cases).sorted();
}

} // namespace qd::review
