#include "models/plan/planstore.h"

#include "models/plan/writer.h"

#include <QDir>
#include <QSaveFile>

namespace qd::plan {

PlanStore::PlanStore(const QString &folder) : m_folder(folder) { }

QString PlanStore::fileOf(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id + QStringLiteral(".yaml");
}

QStringList PlanStore::installed() const
{
    QStringList ids;
    for (const QString &file : QDir(m_folder).entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
        ids << file.chopped(5);
    return ids;
}

std::vector<PlanSummary> PlanStore::list() const
{
    std::vector<PlanSummary> all;
    const QStringList own = installed();
    const auto summarise = [&all](const QString &id, bool shipped, const Result<Plan> &plan) {
        all.push_back({id, plan ? plan->name : QString(), shipped, plan ? QString() : plan.error().sentence});
    };
    for (const QString &id : shippedPlans()) {
        if (!own.contains(id))
            summarise(id, true, loadShipped(id));
    }
    for (const QString &id : own)
        summarise(id, false, loadPlanFile(fileOf(id)));
    return all;
}

Result<Plan> PlanStore::load(const QString &id) const
{
    const QStringList own = installed(); // a name is only ever compared, so that none can lead out of the folder
    const QString wanted = id.toLower();
    if (own.contains(wanted))
        return loadPlanFile(fileOf(wanted));
    if (shippedPlans().contains(wanted))
        return loadShipped(wanted);
    return refused(QStringLiteral("there is no plan called '%1'; there are %2").arg(id, (shippedPlans() + own).join(QStringLiteral(", "))));
}

Result<PlanSummary> PlanStore::add(const QString &path) const
{
    QFile file(path);
    const Result<Plan> plan = loadPlanFile(path);
    if (!plan)
        return tl::unexpected(plan.error());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadInput, QStringLiteral("%1:1:1: the file cannot be read: %2").arg(path, file.errorString()));
    return save(*plan, file.readAll());
}

Result<PlanSummary> PlanStore::add(const Plan &plan) const
{
    const QByteArray yaml = writePlan(plan);
    const ReadOutcome outcome = readPlan(yaml, plan.id + QStringLiteral(".yaml"));
    if (!outcome.plan)
        return failure(ErrorCode::BadInput, problemLines(outcome.problems));
    return save(*outcome.plan, yaml);
}

Result<PlanSummary> PlanStore::save(const Plan &plan, const QByteArray &yaml) const
{
    QSaveFile file(fileOf(plan.id));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
        return failure(ErrorCode::Storage, QStringLiteral("the plan cannot be written to %1: %2").arg(file.fileName(), file.errorString()));
    return PlanSummary{plan.id, plan.name, false, {}};
}

} // namespace qd::plan
