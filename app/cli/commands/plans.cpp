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
    const QString path = shell.arguments().word("FILE.yaml");
    const plan::Installing installing{shell.now(), shell.author(), QStringLiteral("from %1").arg(QFileInfo(path).fileName())};
    const Result<plan::PlanSummary> added = shell.plans().add(path, installing);
    if (!added)
        return tl::unexpected(added.error());
    return Answer{QStringLiteral("%1 is installed: --plan %1").arg(added->id), summaryJson(*added)};
}

QJsonObject runJson(const PlanRun &run)
{
    QJsonObject object{{QStringLiteral("ref"), run.ref},
                       {QStringLiteral("title"), run.title},
                       {QStringLiteral("severity"), run.severity},
                       {QStringLiteral("since"), toIso(run.since)},
                       {QStringLiteral("current"), run.current}};
    if (run.declaredAt)
        object.insert(QStringLiteral("declared_at"), toIso(*run.declaredAt));
    return object;
}

QJsonObject versionJson(const plan::PlanVersion &version)
{
    QJsonObject object{{QStringLiteral("number"), version.number},
                       {QStringLiteral("current"), version.current},
                       {QStringLiteral("shipped"), version.number == 0},
                       {QStringLiteral("fingerprint"), version.fingerprint}};
    const std::pair<const char *, QString> words[] = {{"name", version.name},
                                                      {"version", version.version},
                                                      {"by", version.installing.by},
                                                      {"how", version.installing.how},
                                                      {"problem", version.problem}};
    for (const auto &[key, text] : words) {
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    }
    if (version.installing.at)
        object.insert(QStringLiteral("installed_at"), toIso(*version.installing.at));
    return object;
}

QString versionLine(const plan::PlanVersion &version)
{
    QStringList words{version.number == 0 ? QStringLiteral("as it ships") : QStringLiteral("version %1").arg(version.number)};
    if (!version.version.isEmpty())
        words << QStringLiteral("\"%1\"").arg(version.version);
    if (version.installing.at)
        words << toIso(*version.installing.at);
    for (const QString &word : {version.installing.by, version.installing.how, version.problem}) {
        if (!word.isEmpty())
            words << word;
    }
    if (version.current)
        words << QStringLiteral("in use");
    return words.join(QStringLiteral(", "));
}

void addRuns(const QString &fingerprint, std::vector<PlanRun> &runs, QStringList &lines, QJsonArray &incidents)
{
    std::erase_if(runs, [&](const PlanRun &run) {
        if (!fingerprint.isNull() && run.fingerprint != fingerprint)
            return false;
        incidents << runJson(run);
        lines << QStringLiteral("  %1  %2  %3%4")
                     .arg(run.ref, run.severity, run.title, run.current ? QString() : QStringLiteral("  (earlier)"));
        return true;
    });
}

// The versions, newest first, each with the incidents that ran under it; then those of which only the incident has a copy.
Result<Answer> listVersions(Shell &shell)
{
    const QString plan = shell.arguments().word("PLAN");
    const Result<std::vector<plan::PlanVersion>> versions = shell.plans().versions(plan);
    if (!versions)
        return tl::unexpected(versions.error());
    std::vector<PlanRun> runs;
    if (QFileInfo::exists(shell.databasePath())) {
        const Result<Journal *> journal = shell.journal(Shell::Access::Read);
        Result<std::vector<PlanRun>> found = journal ? (*journal)->planRuns(plan) : tl::unexpected(journal.error());
        if (!found)
            return tl::unexpected(found.error());
        runs = std::move(*found);
    }
    QStringList lines;
    QJsonArray array;
    for (const plan::PlanVersion &version : *versions) {
        QJsonObject object = versionJson(version);
        QJsonArray incidents;
        lines << versionLine(version);
        if (!version.fingerprint.isEmpty())
            addRuns(version.fingerprint, runs, lines, incidents);
        object.insert(QStringLiteral("incidents"), incidents);
        array << object;
    }
    QJsonArray elsewhere;
    if (!runs.empty()) {
        lines << QStringLiteral("under a version that is not kept here");
        addRuns({}, runs, lines, elsewhere);
    }
    return Answer{lines.join(QLatin1Char('\n')),
                  QJsonObject{{QStringLiteral("plan"), plan.toLower()},
                              {QStringLiteral("versions"), array},
                              {QStringLiteral("elsewhere"), elsewhere}}};
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
    {"plan add", "FILE.yaml", "Installs a plan for --plan; the one that it replaces stays as a version.", addPlan},
    {"plan versions", "PLAN", "The versions of a plan, and the incidents that ran under each.", listVersions},
};

} // namespace qd::cli
