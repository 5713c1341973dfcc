#include "models/plan/writtenplan.h"

#include "models/plan/written/severityfacts.h"
#include "models/plan/written/structure.h"
#include "models/plan/written/watch.h"

namespace qd::plan {
namespace {

using namespace written;

QString titleOf(const Document &document, const QString &name)
{
    for (const written::Section &section : document.root.sections) {
        if (section.titleKind == TitleKind::Heading && !section.title.isEmpty())
            return section.title;
    }
    return name;
}

// The id of a severity is one word, wherever the plan speaks of it.
void nameSeverities(Plan &plan)
{
    for (Severity &severity : plan.severities)
        severity.id = severityId(severity.id);
    for (Audience &audience : plan.audiences) {
        for (Cadence &cadence : audience.cadences)
            cadence.severity = severityId(cadence.severity);
    }
    for (EscalationStep &step : plan.escalation) {
        for (QString &id : step.severities)
            id = severityId(id);
    }
    const QMap<QString, int> lines = std::exchange(plan.lines, {});
    for (auto line = lines.begin(); line != lines.end(); ++line)
        plan.lines.insert(severityId(line.key()), line.value());
    for (Metric &metric : plan.metrics) {
        for (MetricTarget &target : metric.targets)
            target.severity = severityId(target.severity);
    }
}

void readParts(const Document &document, const std::vector<DefinedSeverity> &severities, const std::vector<Statement> &all, Plan &plan,
               Watch &watch)
{
    watch.pass(0.83);
    readRoles(document, plan);
    watch.pass(0.86);
    readPhases(document, plan);
    watch.pass(0.89);
    readEscalation(document, severities, all, plan);
    watch.pass(0.92);
    readTemplates(document, plan);
    watch.pass(0.95);
    readScenarios(document, plan);
    watch.pass(0.97);
    readMetrics(document, plan);
    watch.pass(0.99);
    readLearning(document, plan);
}

// Several rules may have looked at one line.
void tellEachOnce(std::vector<Unread> &unread)
{
    const auto place = [](const Unread &one) { return std::pair(one.line, one.text); };
    std::stable_sort(unread.begin(), unread.end(), [&place](const Unread &one, const Unread &other) { return place(one) < place(other); });
    unread.erase(std::unique(unread.begin(), unread.end()), unread.end());
}

} // namespace

Result<Plan> readWrittenPlan(const QByteArray &markdown, const QString &name, const Progress &progress)
{
    Watch watch(progress);
    const Result<Document> document = readDocument(markdown, watch);
    if (!document)
        return tl::unexpected(document.error());
    Plan plan;
    plan.name = titleOf(*document, name);
    plan.id = slug(name);
    watch.pass(0.3);
    const std::vector<DefinedSeverity> severities = definedSeverities(*document);
    watch.pass(0.6);
    const std::vector<Statement> all = statements(*document, severities);
    watch.pass(0.8);
    readSeverities(*document, severities, all, plan);
    readParts(*document, severities, all, plan, watch);
    nameSeverities(plan);
    tellEachOnce(plan.unread);
    watch.pass(1);
    if (!watch.reached(1))
        return stoppedReading();
    return plan;
}

Result<Plan> readyForUse(Plan plan)
{
    if (plan.severities.empty())
        return refused(QStringLiteral("the document defines no severities, which a plan needs; write them as headings, a table or a list, "
                                      "or start from a shipped plan"));
    for (Severity &severity : plan.severities) {
        if (severity.name.isEmpty())
            severity.name = severity.id;
    }
    for (EscalationStep &step : plan.escalation) {
        if (step.who.isEmpty())
            step.who = QStringLiteral("Next on the escalation path");
    }
    TakenIds taken;
    for (Metric &metric : plan.metrics)
        metric.id = taken.next(metric.id);
    return plan;
}

} // namespace qd::plan
