#pragma once
// The rules of the lint, a row each. A rule would rather miss a fault than find one that is none.

#include "models/review/review.h"

namespace qd::review {

struct LintSource
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now{};
    std::vector<DraftSection> sections;
};

struct LintRule
{
    const char *id;
    void (*find)(const LintSource &source, const QString &rule, std::vector<Finding> &all);
};

extern const std::vector<LintRule> recordRules;  // what the record lacks or leaves open
extern const std::vector<LintRule> wordingRules; // how it is told

} // namespace qd::review
