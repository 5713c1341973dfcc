// What the plans themselves call a metric, from and to the milestones that each names, against the targets that it sets.
#include "models/plan/shipped.h"
#include "tests/models/review/metricsstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

Case under(const char *plan, const char *severity, int acknowledged, int resolved)
{
    Case one = resolvedAfter(resolved, severity);
    const Result<plan::Plan> loaded = plan::loadShipped(QLatin1String(plan));
    one.plan = std::make_shared<const plan::Plan>(loaded.value());
    one.incident.rules = Rulebook::fromPlan(plan::toJson(*one.plan));
    one.incident.milestones.acknowledged = at("14:00") + std::chrono::minutes(acknowledged);
    return one;
}

const PlanMetric *find(const Metrics &metrics, const char *plan, const char *metric)
{
    for (const PlanMetric &one : metrics.all.planMetrics) {
        if (one.plan == QLatin1String(plan) && one.metric == QLatin1String(metric))
            return &one;
    }
    return nullptr;
}

} // namespace

class TestPlanMetrics : public QObject
{
    Q_OBJECT

private slots:
    void eachPlanMeasuresFromItsOwnMilestones();
    void resolveAndRecoverAreTwoMetrics();
    void targetsAreThoseOfTheSeverity();
    void aLengthThatIsNotKnownIsNeitherKeptNorMissed();
    void aMetricWithoutMilestonesIsNotMeasured();
};

void TestPlanMetrics::eachPlanMeasuresFromItsOwnMilestones()
{
    const Metrics found = metrics({under("noa-server", "SEV1", 10, 65), under("rose", "P0", 10, 65)}, {}, evening);
    const PlanMetric *noa = find(found, "noa-server", "MTTR"), *rose = find(found, "rose", "MTTR");
    QVERIFY(noa && rose);
    QCOMPARE(noa->spread.median, Duration(55min));  // since the acknowledgement
    QCOMPARE(rose->spread.median, Duration(65min)); // since the detection
    QCOMPARE(noa->targets.front().kept.number, 1);
    QCOMPARE(rose->targets.front().missed.number, 1);
}

void TestPlanMetrics::resolveAndRecoverAreTwoMetrics()
{
    const Metrics found = metrics({under("rose", "P0", 10, 65)}, {}, evening);
    const PlanMetric *recovery = find(found, "rose", "MTTR-recovery");
    QVERIFY(recovery);
    QCOMPARE(recovery->name, QStringLiteral("Mean Time to Recovery"));
    QCOMPARE(recovery->spread.known.number, 1);
    QVERIFY(recovery->targets.empty());
}

void TestPlanMetrics::targetsAreThoseOfTheSeverity()
{
    const Metrics found = metrics({under("rose", "P1", 1, 65), under("rose", "P0", 1, 65), under("rose", "P0", 1, 30)}, {}, evening);
    const PlanMetric *resolve = find(found, "rose", "MTTR");
    QVERIFY(resolve);
    QCOMPARE(resolve->targets.size(), size_t(2));
    QCOMPARE(resolve->targets[0].severity, QStringLiteral("P0")); // the most severe first
    QCOMPARE(resolve->targets[0].within, Duration(1h));
    QCOMPARE(resolve->targets[0].kept.number, 1);
    QCOMPARE(resolve->targets[0].missed.number, 1);
    QCOMPARE(resolve->targets[1].kept.number, 1);
}

void TestPlanMetrics::aLengthThatIsNotKnownIsNeitherKeptNorMissed()
{
    Case open = under("rose", "P0", 1, 65), impossible = under("rose", "P0", 1, -5);
    open.incident.milestones.resolved.reset();
    const Metrics found = metrics({open, impossible}, {}, evening);
    const TargetOutcome &target = find(found, "rose", "MTTR")->targets.front();
    QCOMPARE(target.unknown.number, 2);
    QCOMPARE(target.kept.number + target.missed.number, 0);
}

void TestPlanMetrics::aMetricWithoutMilestonesIsNotMeasured()
{
    Case one = resolvedAfter(30);
    plan::Plan plan = *one.plan;
    plan.metrics.push_back({QStringLiteral("count"), QStringLiteral("Incidents a month"), {}, {}, {}, {}});
    one.plan = std::make_shared<const plan::Plan>(plan);
    const Metrics found = metrics({one}, {}, evening);
    QCOMPARE(found.all.planMetrics.size(), size_t(1));
    QCOMPARE(found.all.planMetrics.front().metric, QStringLiteral("MTTD"));
}

QTEST_GUILESS_MAIN(TestPlanMetrics)
#include "tst_planmetrics.moc"
