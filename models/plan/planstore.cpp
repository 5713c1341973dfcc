#include "models/plan/planstore.h"

#include "models/plan/fingerprint.h"
#include "models/plan/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace qd::plan {
namespace {

constexpr qint64 mostRead = (1 << 20) + 1; // one byte more than the reader takes, so that it says so

PlanVersion describeVersion(int number, const QByteArray &yaml, const QString &fileName, const Installing &installing)
{
    PlanVersion version;
    version.number = number;
    version.installing = installing;
    const ReadOutcome outcome = readPlan(yaml, fileName);
    if (outcome.plan) {
        version.name = outcome.plan->name;
        version.version = outcome.plan->version;
        version.fingerprint = fingerprint(*outcome.plan);
    } else
        version.problem = problemLines(outcome.problems);
    return version;
}

} // namespace

PlanStore::PlanStore(const QString &folder) : m_folder(folder) { }

QString PlanStore::fileOf(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id + QStringLiteral(".yaml");
}

PlanVersions PlanStore::versionsOf(const QString &id) const
{
    return PlanVersions(m_folder + QStringLiteral("/versions/") + id);
}

QStringList PlanStore::installed() const
{
    QStringList ids;
    if (m_folder.isEmpty())
        return ids;
    for (const QString &file : QDir(m_folder).entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
        ids << file.chopped(5);
    return ids;
}

QStringList PlanStore::removed() const
{
    if (m_folder.isEmpty())
        return {};
    QStringList ids = QDir(m_folder + QStringLiteral("/versions")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const QStringList own = installed();
    ids.removeIf([&own, this](const QString &id) { return own.contains(id) || versionsOf(id).newest() == 0; });
    return ids;
}

// A name is only ever compared, so that none can lead out of the folder.
Result<QString> PlanStore::known(const QString &id) const
{
    const QString wanted = id.toLower();
    const QStringList listed = shippedPlans() + installed();
    if (listed.contains(wanted) || removed().contains(wanted))
        return wanted;
    return refused(QStringLiteral("there is no plan called '%1'; there are %2").arg(id, listed.join(QStringLiteral(", "))));
}

std::optional<QByteArray> PlanStore::present(const QString &id) const
{
    QFile file(fileOf(id));
    return file.open(QIODevice::ReadOnly) ? std::optional(file.read(mostRead)) : std::nullopt;
}

std::vector<PlanSummary> PlanStore::list() const
{
    std::vector<PlanSummary> all;
    const QStringList own = installed();
    const auto summarise = [&all](const QString &id, bool shipped, const Result<Plan> &plan) {
        all.push_back(plan ? PlanSummary{id, plan->name, shipped, {}, plan->version} : PlanSummary{id, {}, shipped, plan.error().sentence});
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
    const QStringList own = installed();
    const QString wanted = id.toLower();
    if (own.contains(wanted))
        return loadPlanFile(fileOf(wanted));
    if (shippedPlans().contains(wanted))
        return loadShipped(wanted);
    return refused(QStringLiteral("there is no plan called '%1'; there are %2").arg(id, (shippedPlans() + own).join(QStringLiteral(", "))));
}

Result<QByteArray> PlanStore::text(const QString &id) const
{
    const QString wanted = id.toLower();
    if (!installed().contains(wanted))
        return shippedText(id);
    if (const std::optional<QByteArray> yaml = present(wanted))
        return *yaml;
    return failure(ErrorCode::Storage, QStringLiteral("%1 cannot be read: see who may read it").arg(fileOf(wanted)));
}

Result<PlanSummary> PlanStore::add(const QString &path, const Installing &installing) const
{
    QFile file(path);
    const Result<Plan> plan = loadPlanFile(path);
    if (!plan)
        return tl::unexpected(plan.error());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadInput, QStringLiteral("%1:1:1: the file cannot be read: %2").arg(path, file.errorString()));
    return save(*plan, file.readAll(), installing);
}

Result<PlanSummary> PlanStore::add(const Plan &plan, const Installing &installing) const
{
    return addText(writePlan(plan), installing);
}

Result<PlanSummary> PlanStore::addText(const QByteArray &yaml, const Installing &installing) const
{
    const ReadOutcome outcome = readPlan(yaml, QStringLiteral("plan.yaml"));
    if (!outcome.plan)
        return failure(ErrorCode::BadInput, problemLines(outcome.problems));
    return save(*outcome.plan, yaml, installing);
}

// A file that is no version yet was written by hand, or by a program that kept none.
Result<void> PlanStore::keepPresent(const QString &id) const
{
    const std::optional<QByteArray> yaml = present(id);
    if (!yaml)
        return {};
    Installing known;
    known.at = fromMsecs(QFileInfo(fileOf(id)).lastModified().toMSecsSinceEpoch());
    const Result<int> kept = versionsOf(id).keep(*yaml, known);
    return kept ? Result<void>() : tl::unexpected(kept.error());
}

Result<PlanSummary> PlanStore::save(const Plan &plan, const QByteArray &yaml, const Installing &installing) const
{
    if (m_folder.isEmpty())
        return failure(ErrorCode::Storage, QStringLiteral("there is no folder for plans here"));
    if (const Result<void> kept = keepPresent(plan.id); !kept)
        return tl::unexpected(kept.error());
    if (const Result<int> kept = versionsOf(plan.id).keep(yaml, installing); !kept)
        return tl::unexpected(kept.error());
    QSaveFile file(fileOf(plan.id));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
        return failure(ErrorCode::Storage, QStringLiteral("the plan cannot be written to %1: %2").arg(file.fileName(), file.errorString()));
    return PlanSummary{plan.id, plan.name, false, {}, plan.version};
}

Result<std::vector<PlanVersion>> PlanStore::versions(const QString &given) const
{
    const Result<QString> id = known(given);
    if (!id)
        return tl::unexpected(id.error());
    const PlanVersions kept = versionsOf(*id);
    const std::optional<QByteArray> now = present(*id);
    std::vector<PlanVersion> all;
    if (shippedPlans().contains(*id))
        all.push_back(describeVersion(0, shippedText(*id).value_or(QByteArray()), *id + QStringLiteral(".yaml"), {}));
    for (const KeptVersion &version : kept.all())
        all.push_back(describeVersion(version.number, kept.text(version.number).value_or(QByteArray()), kept.fileOf(version.number),
                                      version.installing));
    if (now && kept.text(kept.newest()) != now) // by hand: the number that it will be kept under
        all.push_back(describeVersion(kept.newest() + 1, *now, fileOf(*id), {}));
    if (now)
        all.back().current = true;
    else if (!all.empty() && all.front().number == 0)
        all.front().current = true;
    std::reverse(all.begin(), all.end());
    return all;
}

Result<QByteArray> PlanStore::versionText(const QString &given, int number) const
{
    const Result<QString> id = known(given);
    if (!id)
        return tl::unexpected(id.error());
    if (number == 0)
        return shippedText(*id);
    const PlanVersions kept = versionsOf(*id);
    const std::optional<QByteArray> yaml = number == kept.newest() + 1 ? present(*id) : kept.text(number);
    if (!yaml)
        return refused(QStringLiteral("the plan '%1' has no version %2; it has %3").arg(*id).arg(number).arg(kept.newest()));
    return *yaml;
}

Result<Plan> PlanStore::loadVersion(const QString &id, int number) const
{
    const Result<QByteArray> yaml = versionText(id, number);
    if (!yaml)
        return tl::unexpected(yaml.error());
    ReadOutcome outcome = readPlan(*yaml, QStringLiteral("%1, version %2").arg(id).arg(number));
    if (!outcome.plan)
        return failure(ErrorCode::BadInput, problemLines(outcome.problems));
    return std::move(*outcome.plan);
}

Result<PlanSummary> PlanStore::bringBack(const QString &id, int number, const Installing &installing) const
{
    const Result<QByteArray> yaml = versionText(id, number);
    return yaml ? addText(*yaml, installing) : tl::unexpected(yaml.error());
}

Result<void> PlanStore::remove(const QString &given) const
{
    const QString id = given.toLower();
    if (!installed().contains(id))
        return refused(shippedPlans().contains(id) ? QStringLiteral("'%1' ships with the program and stays").arg(id)
                                                   : QStringLiteral("there is no plan called '%1' to remove").arg(given));
    if (const Result<void> kept = keepPresent(id); !kept)
        return kept;
    QFile file(fileOf(id));
    if (!file.remove())
        return failure(ErrorCode::Storage, QStringLiteral("%1 cannot be removed: %2").arg(file.fileName(), file.errorString()));
    return {};
}

} // namespace qd::plan
