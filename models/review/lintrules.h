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

struct Spot
{
    QString place;
    qsizetype start = -1;
    qsizetype length = 0;
};

class LintReport;

struct LintRule
{
    const char *id;
    const char *why; // it matters, in one sentence
    void (*find)(const LintSource &source, LintReport &report);
};

class LintReport // what the rules find, one rule at a time
{
public:
    void begin(const LintRule &rule) { m_rule = &rule; }
    // basis: what it rests on. Where that changes it is another finding.
    void add(const Spot &spot, const QString &text, const QString &suggestion, const QString &basis);
    [[nodiscard]] std::vector<Finding> take() { return std::move(m_all); }

private:
    const LintRule *m_rule = nullptr;
    std::vector<Finding> m_all;
    QHash<QString, int> m_met; // keys, and how often
};

extern const std::vector<LintRule> sectionRules;  // what the document lacks or leaves open
extern const std::vector<LintRule> recordRules;   // what the record lacks
extern const std::vector<LintRule> followUpRules; // what came of decisions, TODOs and action items
extern const std::vector<LintRule> reviewRules;   // what the review of the document leaves open
extern const std::vector<LintRule> wordingRules;  // how it is told

} // namespace qd::review
