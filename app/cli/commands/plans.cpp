// Commands on response plans.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/plan/json.h"
#include "models/plan/render.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace qd::cli {
namespace {

QJsonObject summaryJson(const plan::PlanSummary &plan)
{
    QJsonObject object{{QStringLiteral("id"), plan.id}, {QStringLiteral("name"), plan.name}, {QStringLiteral("shipped"), plan.shipped}};
    if (!plan.problem.isEmpty())
        object.insert(QStringLiteral("problem"), plan.problem);
    return object;
}

Result<Answer> listPlans(Shell &shell)
{
    QJsonArray array;
    QStringList lines;
    for (const plan::PlanSummary &plan : shell.plans().list()) {
        array << summaryJson(plan);
        lines << QStringLiteral("%1  %2%3")
                     .arg(plan.id.leftJustified(12), plan.problem.isEmpty() ? plan.name : plan.problem,
                          plan.shipped ? QString() : QStringLiteral("  (added)"));
    }
    return Answer{lines.join(QLatin1Char('\n')), array};
}

Result<Answer> showPlan(Shell &shell)
{
    const Result<plan::Plan> plan = shell.plans().load(shell.arguments().word("PLAN"));
    if (!plan)
        return tl::unexpected(plan.error());
    return Answer{plan::describe(*plan), plan::toContractJson(*plan)};
}

Result<Answer> checkPlan(Shell &shell)
{
    const QString path = shell.arguments().word("FILE.yaml");
    const Result<plan::Plan> plan = plan::loadPlanFile(path);
    if (!plan)
        return tl::unexpected(plan.error());
    return Answer{QStringLiteral("%1 is a sound plan: %2, %3 severities").arg(path, plan->name).arg(plan->severities.size()),
                  QJsonObject{{QStringLiteral("file"), path},
                              {QStringLiteral("id"), plan->id},
                              {QStringLiteral("name"), plan->name},
                              {QStringLiteral("sound"), true}}};
}

Result<Answer> addPlan(Shell &shell)
{
    const Result<plan::PlanSummary> added = shell.plans().add(shell.arguments().word("FILE.yaml"));
    if (!added)
        return tl::unexpected(added.error());
    return Answer{QStringLiteral("%1 is installed: --plan %1").arg(added->id), summaryJson(*added)};
}

} // namespace

const CommandGroup planCommands{
    {"plan list", "", "The plans to choose from.", listPlans},
    {"plan show", "PLAN", "What a plan says.", showPlan},
    {"plan check", "FILE.yaml", "Says everything that is wrong with a plan file.", checkPlan},
    {"plan add", "FILE.yaml", "Installs a plan for --plan.", addPlan},
};

} // namespace qd::cli
