#include "models/session/plancache.h"

#include "models/core/event.h"
#include "models/plan/json.h"

namespace qd {

QByteArray PlanCache::hashOf(const QJsonObject &embedded)
{
    return hashBody(canonicalBody(embedded));
}

std::shared_ptr<const plan::Plan> PlanCache::planOf(const QByteArray &hash, const QJsonObject &embedded)
{
    std::shared_ptr<const plan::Plan> &plan = m_plans[hash];
    if (!plan)
        plan = std::make_shared<const plan::Plan>(plan::fromJson(embedded));
    return plan;
}

} // namespace qd
