#pragma once
// The plan's lists as rows that can be ticked: attached scenarios first, then the phases and the other lists.

#include "models/core/incident.h"
#include "models/items/card.h"
#include "models/plan/plan.h"

#include <QSet>

namespace qd::items {

struct CheckPlace
{
    QString list;
    QString item;
};

// Headings of every list; the rows of those whose ids are in `expanded`.
[[nodiscard]] Cards checklistCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, const TimeText &time);
[[nodiscard]] Cards dutyCards(const Incident &incident, const QString &role, const TimeText &time);
[[nodiscard]] std::optional<CheckPlace> checkPlace(const QString &cardId); // absent: the card is no check
[[nodiscard]] QString listOfHeading(const QString &cardId);                // empty: the card is no heading
[[nodiscard]] QString headingId(const QString &list);

// The lists that a person wants to see at first: attached scenarios, and the first phase that is not done.
[[nodiscard]] QSet<QString> listsOfTheMoment(const plan::Plan &plan, const Incident &incident);

// Ids of the scenarios that are not attached and fit the incident's type or words, the best first.
[[nodiscard]] QStringList suggestedScenarios(const plan::Plan &plan, const Incident &incident);

} // namespace qd::items
