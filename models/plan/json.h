#pragma once
// A plan as JSON: whole, as an incident embeds it, and in the form of the command line's contract.

#include "models/plan/plan.h"

#include <QJsonObject>

namespace qd::plan {

// Lossless: fromJson(toJson(plan)) == plan. The keys are those of the plan format; durations are whole seconds; a target is a number,
// {"business_days":n}, {"business_hours":n} or {"text":"…"}; cadences and metric targets are lists in the order of the severities.
// models/core reads severities, roles, audiences, escalation, templates, scenarios, checklists, phases and on_call from it.
[[nodiscard]] QJsonObject toJson(const Plan &plan);

// Never fails: the log may hold a newer console's plan. An unknown key is passed over, a value of another type is as if it were absent.
[[nodiscard]] Plan fromJson(const QJsonObject &json);

[[nodiscard]] QJsonValue targetJson(const Target &target);

// `plan show PLAN --json`: facts only, absent where the plan does not say. An escalation step that holds at every severity is one row
// without a severity; any other is a row for each of its severities.
[[nodiscard]] QJsonObject toContractJson(const Plan &plan);

} // namespace qd::plan
