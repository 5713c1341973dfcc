// Commands on response plans.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/plan/json.h"
#include "models/plan/render.h"
#include "models/plan/writer.h"
#include "models/plan/writtenplan.h"

#include <QFile>
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

// The plan as YAML, in a file that is not there yet.
Result<void> writePlanFile(const plan::Plan &read, const QString &path)
{
    const Result<plan::Plan> plan = plan::readyForUse(read);
    if (!plan)
        return tl::unexpected(plan.error());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(ErrorCode::Storage,
                       QFileInfo::exists(path) ? QStringLiteral("%1 is there already; name a new file").arg(path)
                                               : QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    file.write(plan::writePlan(*plan));
    return {};
}

QString importReport(const plan::Plan &plan)
{
    QStringList lines{QStringLiteral("%1: %2 severities, %3 roles, %4 phases, %5 steps of escalation, %6 templates, %7 scenarios")
                          .arg(plan.name)
                          .arg(plan.severities.size())
                          .arg(plan.roles.size())
                          .arg(plan.phases.size())
                          .arg(plan.escalation.size())
                          .arg(plan.templates.size())
                          .arg(plan.scenarios.size())};
    for (const plan::Conflict &conflict : plan.conflicts)
        lines << QStringLiteral("two statements differ: %1").arg(conflict.what);
    for (const plan::Unread &unread : plan.unread)
        lines << QStringLiteral("not understood, line %1: %2").arg(unread.line).arg(unread.text);
    return lines.join(QLatin1Char('\n'));
}

Result<Answer> importPlan(Shell &shell)
{
    const QString path = shell.arguments().word("FILE.md");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1:1:1: cannot be read: %2; name a Markdown file").arg(path, file.errorString()));
    const Result<plan::Plan> plan = plan::readWrittenPlan(file.readAll(), QFileInfo(path).completeBaseName());
    if (!plan)
        return failure(plan.error().code, QStringLiteral("%1:1:1: %2").arg(path, plan.error().sentence));
    if (const std::optional<QString> out = shell.arguments().maybe("out")) {
        if (const Result<void> written = writePlanFile(*plan, *out); !written)
            return tl::unexpected(written.error());
    }
    return Answer{importReport(*plan), plan::toContractJson(*plan)};
}

} // namespace

const CommandGroup planCommands{
    {"plan list", "", "The plans to choose from.", listPlans},
    {"plan show", "PLAN", "What a plan says.", showPlan},
    {"plan check", "FILE.yaml", "Says everything that is wrong with a plan file.", checkPlan},
    {"plan import", "FILE.md [--out FILE.yaml]",
     "Reads a written plan (Markdown) as a plan; says what differs and what was not understood.", importPlan},
    {"plan add", "FILE.yaml", "Installs a plan for --plan.", addPlan},
};

} // namespace qd::cli
