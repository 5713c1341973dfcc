#pragma once
// What the lint found. A finding keeps its key while what it rests on stands as it is: a dismissal holds that long and no longer.

#include "models/core/incident.h"

namespace qd::plan {
struct Plan;
}

namespace qd::review {

struct DraftSection;

struct Finding
{
    QString key;          // sixteen hex digits, of the rule, the place and what it rests on; unique in its list
    QString rule;         // a row of docs/lint.md: "blame", "empty-section", "gap", …
    QString place;        // the id of a section, an entry or an action item; empty: the incident as a whole
    qsizetype start = -1; // in the text of the place, where the words stand that it is about; -1: it is about no words
    qsizetype length = 0;
    QString text;       // what is the matter
    QString why;        // it matters
    QString suggestion; // what to do about it
    bool dismissed = false;
    QString reason; // of the dismissal
    QString dismissedBy;
    bool operator==(const Finding &) const = default;
};

[[nodiscard]] std::vector<Finding> lint(const plan::Plan &plan, const Incident &incident, Instant now);         // those that stand
[[nodiscard]] std::vector<Finding> everyFinding(const plan::Plan &plan, const Incident &incident, Instant now); // the dismissed ones last
// The same, of sections that postmortem() has given already.
[[nodiscard]] std::vector<Finding> everyFinding(const plan::Plan &plan, const Incident &incident, Instant now,
                                                const std::vector<DraftSection> &drafted);

} // namespace qd::review
