#include "models/session/plancache.h"

#include "models/core/event.h"
#include "models/plan/json.h"

namespace qd {

std::shared_ptr<const plan::Plan> PlanCache::planOf(const QJsonObject &embedded)
{
    std::shared_ptr<const plan::Plan> &plan = m_plans[hashBody(canonicalBody(embedded))];
    if (!plan)
        plan = std::make_shared<const plan::Plan>(plan::fromJson(embedded));
    return plan;
}

} // namespace qd
