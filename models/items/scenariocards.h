#pragma once
// The plan's scenarios as rows: the attached ones with their steps to tick, then the others, those that fit the incident first, and the
// plan's criteria for a rollback.

#include "models/core/incident.h"
#include "models/items/card.h"
#include "models/plan/plan.h"

#include <QSet>

namespace qd::items {

// `expanded` holds ids of scenarios. A scenario that is not attached is read, not ticked.
[[nodiscard]] Cards scenarioCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, const TimeText &time);

[[nodiscard]] QString scenarioOfCard(const QString &cardId); // the id of the scenario that a row belongs to; empty: none
[[nodiscard]] bool isScenarioHeading(const QString &cardId);

// Ids of those that scenariofit.h finds: the best first.
[[nodiscard]] QStringList suggestedScenarios(const plan::Plan &plan, const Incident &incident);

} // namespace qd::items
