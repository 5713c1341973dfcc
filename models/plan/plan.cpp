#include "models/plan/plan.h"

#include <algorithm>

namespace qd::plan {
namespace {

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

// An id wins over an abbreviation, and that over a name.
template<class T, class... Member>
const T *find(const std::vector<T> &all, const QString &wanted, Member... members)
{
    const T *found = nullptr;
    const auto by = [&](QString T::*member) {
        const auto hit = std::find_if(all.begin(), all.end(), [&](const T &item) { return same(item.*member, wanted); });
        found = found || hit == all.end() ? found : &*hit;
    };
    if (!wanted.isEmpty())
        (by(members), ...);
    return found;
}

} // namespace

const Severity *findSeverity(const Plan &plan, const QString &idOrName)
{
    return find(plan.severities, idOrName, &Severity::id, &Severity::name);
}

const Role *findRole(const Plan &plan, const QString &idOrName)
{
    return find(plan.roles, idOrName, &Role::id, &Role::abbrev, &Role::name);
}

const Audience *findAudience(const Plan &plan, const QString &idOrName)
{
    return find(plan.audiences, idOrName, &Audience::id, &Audience::name);
}

const Cadence *findCadence(const Audience &audience, const QString &severity)
{
    return find(audience.cadences, severity, &Cadence::severity);
}

const Template *findTemplate(const Plan &plan, const QString &idOrName)
{
    return find(plan.templates, idOrName, &Template::id, &Template::name);
}

const Scenario *findScenario(const Plan &plan, const QString &idOrName)
{
    return find(plan.scenarios, idOrName, &Scenario::id, &Scenario::name);
}

} // namespace qd::plan
