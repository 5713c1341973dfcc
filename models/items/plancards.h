#pragma once
// A plan as rows that unfold: parts, their values, and on which line of the document each was read.

#include "models/items/card.h"
#include "models/plan/facts.h"

#include <QHash>
#include <QSet>

namespace qd::items {

struct PlanRows
{
    const plan::Plan &plan;
    const std::vector<plan::Fact> &facts; // of the plan
    const std::vector<plan::FactProblem> &problems;
    QSet<QString> unfolded;            // names of facts
    QString filter;                    // only what has these words in it, unfolded; empty: everything
    bool withUnsaid = false;           // also what the plan does not say
    QHash<QString, QStringList> marks; // by name: "two values", "yours"
};

[[nodiscard]] Cards planCards(const PlanRows &rows); // a card's id is the name of its fact

// What is to be unfolded so that a fact can be seen.
[[nodiscard]] QStringList waysTo(const QString &name);

} // namespace qd::items
