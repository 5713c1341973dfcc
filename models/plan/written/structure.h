#pragma once
// What a document says of people and of what is done: a function for each part of a plan.

#include "models/plan/plan.h"
#include "models/plan/written/statements.h"
#include "models/plan/written/takenids.h"

#include <functional>

namespace qd::plan::written {

void readRoles(const Document &document, Plan &plan);
void readPhases(const Document &document, Plan &plan);
void readEscalation(const Document &document, const std::vector<DefinedSeverity> &severities, const std::vector<Statement> &all,
                    Plan &plan);
void readTemplates(const Document &document, Plan &plan);
void readScenarios(const Document &document, Plan &plan);
void readMetrics(const Document &document, Plan &plan);
void readLearning(const Document &document, Plan &plan); // post-mortem sections, on-call duties, rollback criteria

// Every section with the parts that its titles and those above it stand for, the outermost first. False: not below this one.
using Visit = std::function<bool(const Section &section, const std::vector<Part> &above)>;
void visitSections(const Document &document, const Visit &visit);
[[nodiscard]] bool isWithin(const std::vector<Part> &above, Part part);

template<class T>
struct Lined
{
    T what;
    int line = 0;
};
using Bullets = std::vector<Lined<QString>>;
using Steps = std::vector<Lined<Step>>;

// What a person would tick in a section: numbered or boxed items, else the titles of steps, else bullets, else a table's rows.
[[nodiscard]] Steps stepsOf(const Section &section);
[[nodiscard]] Bullets bulletsOf(const Section &section); // the top items of its lists, and of its label sections'

// A list of the plan with what was read added to it, and where that was read noted under its path ("roles/ic/duties").
void append(QStringList &list, const Bullets &read, const QString &path, Plan &plan);
void append(std::vector<Step> &list, const Steps &read, const QString &path, Plan &plan);
[[nodiscard]] bool isSeat(const QString &name); // what a person or a team is called: "Incident Commander", "CTO"
[[nodiscard]] QString uniqueId(const QString &name, TakenIds &taken);

} // namespace qd::plan::written
