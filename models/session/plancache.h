#pragma once
// Incidents embed their plan; most embed the same one. Each is read once.

#include "models/plan/plan.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace qd {

class PlanCache
{
public:
    [[nodiscard]] static QByteArray hashOf(const QJsonObject &embedded); // on any thread
    [[nodiscard]] std::shared_ptr<const plan::Plan> planOf(const QJsonObject &embedded) { return planOf(hashOf(embedded), embedded); }
    [[nodiscard]] std::shared_ptr<const plan::Plan> planOf(const QByteArray &hash, const QJsonObject &embedded);

private:
    QHash<QByteArray, std::shared_ptr<const plan::Plan>> m_plans; // by the hash of the embedded copy
};

} // namespace qd
