#pragma once
// Which of the plan's scenarios an incident looks like, and by what.
//
// 1. Whole words count, whatever their form: of a scenario's name, words and symptoms, in the incident's title, impact, services and latest
//    entries. What was ruled out, taken back or redacted does not count.
// 2. The incident's type weighs most, then words that few scenarios share. A word that all of them share says nothing.
// 3. What only a stray word speaks for is not suggested. Nothing fits: nothing is suggested.

#include "models/core/incident.h"
#include "models/plan/plan.h"

namespace qd::items {

struct ScenarioFit
{
    QString scenario; // its id
    double weight = 0;
    QStringList because; // "type outage", "connection", "pool": what weighs most first
};

[[nodiscard]] std::vector<ScenarioFit> fittingScenarios(const plan::Plan &plan, const Incident &incident); // not attached; best first

} // namespace qd::items
