#pragma once
// A person says what a line of a written plan means, where the import did not understand it or read it wrongly.

#include "models/plan/facts.h"

namespace qd::plan {

struct Meaning
{
    QString name;  // of the fact that the line states, or of the list that it adds to (facts.h)
    QString words; // "P1 High: Respond within", "Incident Commander: a duty", "a role"
};

[[nodiscard]] std::vector<Meaning> meanings(const Plan &plan); // what a line can be, in the order of the plan

// What the line would say there: a target from its words, else its text without markup. A person may amend it.
[[nodiscard]] QString wordsOfLine(const Plan &plan, const QString &meaning, const QString &line);

// Sets the fact, or adds to the list; its line is kept, and what was unread on that line no longer is. Gives the name of the fact.
[[nodiscard]] Result<QString> giveMeaning(Plan &plan, const QString &meaning, const QString &words, int line);

// Of two statements about one fact, the one to hold by; the conflict is settled. Both are places in Plan::conflicts and its values.
[[nodiscard]] Result<void> choose(Plan &plan, size_t conflict, size_t value);

} // namespace qd::plan
