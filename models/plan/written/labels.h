#pragma once
// What a label, a column's head or a clause speaks of. One table of words in several languages.

#include "models/plan/written/document.h"

namespace qd::plan::written {

enum class Topic {
    None,
    Respond,
    Acknowledge,
    Resolve,
    Update,
    Postmortem,
    // What a plan says in words: no target is read from these.
    Escalation,
    Notify,
    Definition,
    Examples,
    Coverage,
    Name,
    Other,
};

[[nodiscard]] Topic topicOfLabel(const QString &label);  // of the words before a colon, of a column's head, of a title
[[nodiscard]] Topic topicOfClause(const QString &words); // of a part of a sentence: only what a target is given for, else None

[[nodiscard]] Part partOfTitle(const QString &title);
[[nodiscard]] Part partOf(const Section &section); // none of the document's own title

[[nodiscard]] bool speaksOfSeverity(const QString &title); // "Incident Severity Levels", "Classification", "Prioriteit"
[[nodiscard]] QString audienceOf(const QString &words);    // "executives", "status-page", "customers", "responders"; empty: not said

// "### 2.1 Phase 3: Mitigation (30-60 minutes)" -> "Mitigation": without numbering, its kind, emoji and asides.
[[nodiscard]] QString plainTitle(const QString &title);
[[nodiscard]] bool isNumbered(const QString &title); // "1. Detection", "Phase 2", "Step 3:"

[[nodiscard]] QString slug(const QString &name); // "Technical Lead" -> "technical-lead"; never empty

} // namespace qd::plan::written
