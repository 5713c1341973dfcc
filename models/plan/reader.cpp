#include "models/plan/reader.h"

#include "models/plan/blockreader.h"
#include "models/plan/check.h"

namespace qd::plan {
namespace {

constexpr int formatVersion = 1;

void readRoot(Source &source, const Item &root, Plan &plan)
{
    BlockReader block(source, root);
    int version = formatVersion;
    block.field("plan", version);
    if (version != formatVersion)
        source.complainAt(
            QStringLiteral("plan"),
            QStringLiteral("this plan is in version %1 of the format; this program reads version %2").arg(version).arg(formatVersion));
    fields(block, plan);
    block.finish();
}

} // namespace

ReadOutcome readPlan(const QByteArray &yaml, const QString &fileName)
{
    ReadOutcome outcome;
    Source source(yaml, fileName);
    try {
        if (const std::optional<Item> root = source.root()) {
            readRoot(source, *root, outcome.plan.emplace());
            checkPlan(*outcome.plan, [&source](const QString &path, const QString &what) { source.complainAt(path, what); });
            resolveAll(*outcome.plan);
        }
    } catch (const YAML::Exception &error) { // of a node that is not what it seemed
        source.complain({1, 1}, QStringLiteral("this is not YAML: %1").arg(QString::fromStdString(error.msg)));
    }
    outcome.problems = source.takeProblems();
    if (!outcome.problems.empty())
        outcome.plan.reset();
    return outcome;
}

} // namespace qd::plan
