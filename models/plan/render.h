#pragma once
// A plan as text for people: its templates filled, and the whole of it for a terminal.

#include "models/plan/plan.h"

namespace qd::plan {

[[nodiscard]] const QStringList &knownPlaceholders();          // "ref", "title", …: those of docs/plan-format.md
[[nodiscard]] QStringList placeholdersIn(const QString &body); // each once, in their order

// `{{title}}` becomes values["title"], and so does what means it in another notation of places.h. One without a value (or with an empty one)
// is left standing, `{{eta}}` as `[eta]`, so that nobody sends it unseen, and told in `missing` (which may be null). Values are put in as they
// are: nothing in a value is taken for a placeholder.
[[nodiscard]] QString fillTemplate(const QString &body, const QMap<QString, QString> &values, QStringList *missing);

[[nodiscard]] QString describe(const Plan &plan); // ends with a newline

} // namespace qd::plan
