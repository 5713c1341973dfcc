#pragma once
// The plan's lists as rows that can be ticked: the phases and the other lists. Scenarios have their own pane.

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

// Headings of every list that has its time, with where the incident stands in a phase; the rows of those whose ids are in `expanded`.
[[nodiscard]] Cards checklistCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, Instant now,
                                   const TimeText &time);
[[nodiscard]] Cards listCards(const plan::Plan &plan, const Incident &incident, const QString &list, bool expanded, const TimeText &time);
[[nodiscard]] Card commandCard(const QString &id, const QString &title, const QString &command); // to copy, never to run
[[nodiscard]] QString commandAt(const Cards &cards, const QString &id); // the row's own, or its step's; empty: none
[[nodiscard]] Cards dutyCards(const Incident &incident, const QString &role, const TimeText &time);
[[nodiscard]] std::optional<CheckPlace> checkPlace(const QString &cardId); // absent: the card is no check
[[nodiscard]] QString listOfHeading(const QString &cardId);                // empty: the card is no heading
[[nodiscard]] QString headingId(const QString &list);

// Those that a person wants to see at first: the phase that is not done, the phase that it is time for, a rollback that is at hand.
[[nodiscard]] QSet<QString> listsOfTheMoment(const plan::Plan &plan, const Incident &incident, Instant now);
[[nodiscard]] QSet<QString> rollbackLists(const Incident &incident); // empty: none is at hand

} // namespace qd::items
