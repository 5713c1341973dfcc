// What many incidents say together.
#include "models/review/metrics.h"
#include "tests/models/review/reviewstory.h"

#include <QJsonArray>
#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

Case caseOf(const Incident &incident)
{
    return {std::make_shared<const plan::Plan>(reviewPlan()), incident};
}

// Detected at 14:00, resolved so many minutes later; started at 13:55 unless it says otherwise.
Case resolvedAfter(int minutes, const char *severity = "P0")
{
    Incident incident;
    incident.rules = Rulebook::fromPlan(plan::toJson(reviewPlan()));
    incident.severity = QLatin1String(severity);
    incident.status = QStringLiteral("resolved");
    incident.milestones.started = at("13:55");
    incident.milestones.declared = incident.milestones.detected = at("14:00");
    incident.milestones.resolved = at("14:00") + std::chrono::minutes(minutes);
    incident.severities = {{incident.severity, at("14:00"), {}, {}, {}, 0}};
    incident.statuses = {{QStringLiteral("investigating"), at("14:00"), {}, {}, {}, 0},
                         {QStringLiteral("resolved"), *incident.milestones.resolved, {}, {}, {}, 0}};
    return caseOf(incident);
}

const Instant evening = at("20:00");

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void mediansAndNinetieths();
    void unknownAndImpossibleAreCountedApart();
    void drillsAreLeftOut();
    void onlyTheDaysThatAreAsked();
    void groupsAreInTheirOrder();
    void targetsAndClocksAreCounted();
    void theJsonHasItsShape();
    void noIncidentAtAll();
};

void TestMetrics::mediansAndNinetieths()
{
    std::vector<Case> cases;
    for (const int minutes : {30, 10, 50, 20})
        cases.push_back(resolvedAfter(minutes));
    const Spread even = metrics(cases, {}, evening).all.toResolve;
    QCOMPARE(even.median, Duration(25min));
    QCOMPARE(even.p90, Duration(50min));
    cases.push_back(resolvedAfter(40));
    QCOMPARE(metrics(cases, {}, evening).all.toResolve.median, Duration(30min));
    QCOMPARE(metrics(cases, {}, evening).all.toDetect.median, Duration(5min));
}

void TestMetrics::unknownAndImpossibleAreCountedApart()
{
    std::vector<Case> cases{resolvedAfter(30), resolvedAfter(10), resolvedAfter(20)};
    cases[1].incident.milestones.started.reset();
    cases[2].incident.milestones.started = at("14:30");
    const Spread spread = metrics(cases, {}, evening).all.toDetect;
    QCOMPARE(spread.known, 1);
    QCOMPARE(spread.unknown, 1);
    QCOMPARE(spread.impossible, 1);
    QCOMPARE(spread.median, Duration(5min));
}

void TestMetrics::drillsAreLeftOut()
{
    std::vector<Case> cases{resolvedAfter(30), resolvedAfter(10)};
    cases[1].incident.drill = true;
    const Metrics without = metrics(cases, {}, evening);
    QCOMPARE(without.all.incidents, 1);
    QCOMPARE(without.all.drillsLeftOut, 1);
    MetricsQuery query;
    query.drills = true;
    QCOMPARE(metrics(cases, query, evening).all.incidents, 2);
}

void TestMetrics::onlyTheDaysThatAreAsked()
{
    const std::vector<Case> cases{resolvedAfter(30)};
    MetricsQuery query;
    query.from = query.to = QDate(2026, 11, 21);
    QCOMPARE(metrics(cases, query, evening).all.incidents, 1);
    query.from = query.to = QDate(2026, 11, 22);
    QCOMPARE(metrics(cases, query, evening).all.incidents, 0);
    Case late = resolvedAfter(1);
    late.incident.milestones.detected = at("23:30"); // is the 22nd in the plan's zone
    QCOMPARE(metrics({late}, query, evening).all.incidents, 1);
}

void TestMetrics::groupsAreInTheirOrder()
{
    std::vector<Case> cases{resolvedAfter(30, "P1"), resolvedAfter(10, "P0"), resolvedAfter(20, "P1"), resolvedAfter(20, "")};
    cases[0].incident.type = QStringLiteral("outage");
    MetricsQuery query;
    query.by = GroupBy::Severity;
    const Metrics bySeverity = metrics(cases, query, evening);
    QCOMPARE(bySeverity.groups.size(), size_t(3));
    QCOMPARE(bySeverity.groups[0].key, QStringLiteral("P0"));
    QCOMPARE(bySeverity.groups[1].key, QStringLiteral("P1"));
    QCOMPARE(bySeverity.groups[1].incidents, 2);
    QCOMPARE(bySeverity.groups[1].toResolve.median, Duration(25min));
    QCOMPARE(bySeverity.groups[2].key, QString());
    query.by = GroupBy::Month;
    QCOMPARE(metrics(cases, query, evening).groups[0].key, QStringLiteral("2026-11"));
    query.by = GroupBy::Type;
    QCOMPARE(metrics(cases, query, evening).groups.size(), size_t(2));
}

void TestMetrics::targetsAndClocksAreCounted()
{
    const Metrics result = metrics({caseOf(toldOutage().incident())}, {}, evening);
    QCOMPARE(result.all.targets, (Tally{1, 1, 0, 0})); // acknowledged in time, resolved late
    QCOMPARE(result.all.clocks[QStringLiteral("update")], (Tally{0, 2, 0, 0}));
    QCOMPARE(result.all.clocks[QStringLiteral("ask")].missed, 1);
}

void TestMetrics::theJsonHasItsShape()
{
    MetricsQuery query;
    query.by = *groupByFromName(QStringLiteral("month"));
    QJsonObject json = toJson(metrics({resolvedAfter(30)}, query, evening));
    QCOMPARE(json[QStringLiteral("incidents")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("drills_left_out")].toInt(-1), 0);
    const QJsonObject resolve = json[QStringLiteral("metrics")][QStringLiteral("to_resolve")].toObject();
    QCOMPARE(resolve[QStringLiteral("median")].toInt(), 1800);
    QCOMPARE(resolve[QStringLiteral("known")].toInt(), 1);
    QVERIFY(json[QStringLiteral("metrics")][QStringLiteral("to_identify")][QStringLiteral("median")].isNull());
    QCOMPARE(json[QStringLiteral("targets")][QStringLiteral("kept")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("targets")][QStringLiteral("missed")].toInt(), 1); // who resolved it had acknowledged it by then, too late
    QCOMPARE(json[QStringLiteral("by")][0][QStringLiteral("key")].toString(), QStringLiteral("2026-11"));
    QVERIFY(!groupByFromName(QStringLiteral("week")));
}

void TestMetrics::noIncidentAtAll()
{
    const Metrics none = metrics({}, {}, evening);
    QCOMPARE(none.all.incidents, 0);
    QVERIFY(!none.all.toResolve.median);
    QVERIFY(none.groups.empty());
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
