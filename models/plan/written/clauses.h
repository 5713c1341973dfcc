#pragma once
// A sentence as its parts, each with what it speaks of: "Respond within 15 min, resolve within 4 hours".

#include "models/plan/written/statements.h"

namespace qd::plan::written {

struct Clause
{
    QString text;
    Topic topic = Topic::None;
    bool labelled = false; // the label says what it speaks of, so that words are a target too
};

[[nodiscard]] bool isTarget(Topic topic); // one that has a time

[[nodiscard]] bool isLoneTime(const QString &text); // "15 min", "within 2 hours": a time and nothing else

[[nodiscard]] std::vector<Clause> clausesOf(const QString &text); // at least one

// With what the label, or else what it stands under, makes of it.
[[nodiscard]] std::vector<Clause> statedIn(const Statement &statement, const QString &text, Topic labelled);

} // namespace qd::plan::written
