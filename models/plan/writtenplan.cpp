#include "models/plan/writtenplan.h"

#include "models/plan/written/severityfacts.h"
#include "models/plan/written/structure.h"

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
    for (Metric &metric : plan.metrics) {
        for (MetricTarget &target : metric.targets)
            target.severity = severityId(target.severity);
    }
}

} // namespace

Result<Plan> readWrittenPlan(const QByteArray &markdown, const QString &name)
{
    const Result<Document> document = readDocument(markdown);
    if (!document)
        return tl::unexpected(document.error());
    Plan plan;
    plan.name = titleOf(*document, name);
    plan.id = slug(name);
    const std::vector<DefinedSeverity> severities = definedSeverities(*document);
    readSeverities(*document, plan);
    readRoles(*document, plan);
    readPhases(*document, plan);
    readEscalation(*document, plan, severities);
    readTemplates(*document, plan);
    readScenarios(*document, plan);
    readMetrics(*document, plan);
    readLearning(*document, plan);
    nameSeverities(plan);
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
    QStringList taken;
    for (Metric &metric : plan.metrics) {
        const QString id = metric.id;
        for (int i = 2; taken.contains(metric.id); ++i)
            metric.id = QStringLiteral("%1-%2").arg(id).arg(i);
        taken << metric.id;
    }
    return plan;
}

} // namespace qd::plan
