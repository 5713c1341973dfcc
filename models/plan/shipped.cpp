#include "models/plan/shipped.h"

#include <QFile>

namespace qd::plan {
namespace {

constexpr qint64 mostRead = (1 << 20) + 1; // one byte more than the reader takes, so that it says so

Result<Plan> planFrom(const QByteArray &yaml, const QString &fileName)
{
    ReadOutcome outcome = readPlan(yaml, fileName);
    if (!outcome.plan)
        return failure(ErrorCode::BadInput, problemLines(outcome.problems));
    return std::move(*outcome.plan);
}

} // namespace

const QStringList &shippedPlans()
{
    static const QStringList ids = QStringLiteral("default castiel castor noa-server operations rose").split(QLatin1Char(' '));
    return ids;
}

Result<QByteArray> shippedText(const QString &id)
{
    const QString wanted = id.toLower();
    if (!shippedPlans().contains(wanted))
        return failure(ErrorCode::Usage,
                       QStringLiteral("no shipped plan is called '%1'; there are %2").arg(id, shippedPlans().join(QStringLiteral(", "))));
    QFile file(QStringLiteral(":/quarterdeck/plans/%1.yaml").arg(wanted));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, QStringLiteral("the plan '%1' is missing from this program; install it again").arg(wanted),
                       file.errorString());
    return file.readAll();
}

Result<Plan> loadShipped(const QString &id)
{
    return shippedText(id).and_then([&id](const QByteArray &yaml) { return planFrom(yaml, id.toLower() + QStringLiteral(".yaml")); });
}

Result<Plan> loadPlanFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadInput, QStringLiteral("%1:1:1: the file cannot be read: %2").arg(path, file.errorString()));
    return planFrom(file.read(mostRead), path);
}

QString problemLines(const std::vector<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines << problem.text();
    return lines.join(QLatin1Char('\n'));
}

} // namespace qd::plan
