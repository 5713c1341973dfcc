// What many incidents say together.
#include "tests/models/review/metricsstory.h"

#include <QJsonArray>
#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void mediansAndNinetieths();
    void unknownAndImpossibleAreCountedApart();
    void bothLengthsThatAreCalledMttr();
    void drillsAreLeftOut();
    void onlyTheDaysThatAreAsked();
    void onlyWhatIsAskedFor();
    void groupsAreInTheirOrder();
    void monthsWithoutAnIncidentAreThere();
    void anIncidentOfTwoServicesIsInBoth();
    void targetsAndClocksAreCounted();
    void actionItemsClosedInTime();
    void everyNumberNamesItsIncidents();
    void aNumberStandsUntilAClockChanges();
    void theJsonHasItsShape();
    void theTableHasARowForEachNumber();
    void noIncidentAtAll();
};

void TestMetrics::mediansAndNinetieths()
{
    std::vector<Case> cases;
    for (const int minutes : {30, 10, 50, 20})
        cases.push_back(resolvedAfter(minutes));
    const Spread even = metrics(cases, {}, evening).all.length(Measure::Resolve);
    QCOMPARE(even.median, Duration(25min));
    QCOMPARE(even.p90, Duration(50min));
    cases.push_back(resolvedAfter(40));
    QCOMPARE(metrics(cases, {}, evening).all.length(Measure::Resolve).median, Duration(30min));
    QCOMPARE(metrics(cases, {}, evening).all.length(Measure::Detect).median, Duration(5min));
}

void TestMetrics::unknownAndImpossibleAreCountedApart()
{
    std::vector<Case> cases{resolvedAfter(30), resolvedAfter(10), resolvedAfter(20)};
    cases[1].incident.milestones.started.reset();
    cases[2].incident.milestones.started = at("14:30");
    const Metrics found = metrics(cases, {}, evening);
    const Spread spread = found.all.length(Measure::Detect);
    QCOMPARE(spread.known.number, 1);
    QCOMPARE(refs(found, spread.unknown), QStringList{cases[1].incident.ref});
    QCOMPARE(refs(found, spread.impossible), QStringList{cases[2].incident.ref});
    QCOMPARE(spread.median, Duration(5min));
}

void TestMetrics::bothLengthsThatAreCalledMttr()
{
    const Summary all = metrics({resolvedAfter(30)}, {}, evening).all;
    QCOMPARE(all.length(Measure::Resolve).median, Duration(30min));
    QCOMPARE(all.length(Measure::Recover).median, Duration(35min)); // since it began at 13:55
}

void TestMetrics::drillsAreLeftOut()
{
    std::vector<Case> cases{resolvedAfter(30), resolvedAfter(10)};
    cases[1].incident.drill = true;
    const Metrics without = metrics(cases, {}, evening);
    QCOMPARE(without.all.incidents.number, 1);
    QCOMPARE(without.leftOut.drills, 1);
    MetricsQuery query;
    query.drills = true;
    QCOMPARE(metrics(cases, query, evening).all.incidents.number, 2);
}

void TestMetrics::onlyTheDaysThatAreAsked()
{
    const std::vector<Case> cases{resolvedAfter(30)};
    MetricsQuery query;
    query.from = query.to = QDate(2026, 11, 21);
    QCOMPARE(metrics(cases, query, evening).all.incidents.number, 1);
    query.from = query.to = QDate(2026, 11, 22);
    QCOMPARE(metrics(cases, query, evening).all.incidents.number, 0);
    Case late = resolvedAfter(1);
    late.incident.milestones.detected = at("23:30"); // is the 22nd in the plan's zone
    QCOMPARE(metrics({late}, query, evening).all.incidents.number, 1);
}

void TestMetrics::onlyWhatIsAskedFor()
{
    std::vector<Case> cases{resolvedAfter(30, "P0"), resolvedAfter(10, "P1"), resolvedAfter(20, "P1")};
    cases[0].incident.services = cases[1].incident.services = {QStringLiteral("Checkout"), QStringLiteral("search")};
    cases[1].incident.type = QStringLiteral("outage");
    const auto counted = [&cases](const MetricsQuery &query) { return metrics(cases, query, evening).all.incidents.number; };
    MetricsQuery query;
    query.severity = QStringLiteral("p1");
    QCOMPARE(counted(query), 2);
    query.service = QStringLiteral("checkout");
    QCOMPARE(counted(query), 1);
    query = {};
    query.type = QStringLiteral("outage");
    QCOMPARE(counted(query), 1);
    query = {};
    query.plan = QStringLiteral("The house plan");
    QCOMPARE(counted(query), 3);
    query.plan = QStringLiteral("another");
    QCOMPARE(counted(query), 0);
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
    QCOMPARE(bySeverity.groups[1].incidents.number, 2);
    QCOMPARE(bySeverity.groups[1].length(Measure::Resolve).median, Duration(25min));
    QCOMPARE(bySeverity.groups[1].types[QStringLiteral("outage")].number, 1);
    QCOMPARE(bySeverity.groups[2].key, QString());
    query.by = GroupBy::Type;
    QCOMPARE(metrics(cases, query, evening).groups.size(), size_t(2));
    query.by = GroupBy::Plan;
    QCOMPARE(metrics(cases, query, evening).groups.front().title, QStringLiteral("The house plan"));
}

void TestMetrics::monthsWithoutAnIncidentAreThere()
{
    const std::vector<Case> cases{resolvedAfter(30, "P0", std::chrono::days(-70)), resolvedAfter(10)};
    const auto months = [&cases](const MetricsQuery &query, std::chrono::days later = {}) {
        QStringList all;
        for (const Summary &month : metrics(cases, query, evening + later).groups)
            all << QStringLiteral("%1: %2").arg(month.key).arg(month.incidents.number);
        return all.join(QStringLiteral(", "));
    };
    MetricsQuery query;
    query.by = GroupBy::Month;
    QCOMPARE(months(query), QStringLiteral("2026-09: 1, 2026-10: 0, 2026-11: 1"));
    QCOMPARE(months(query, std::chrono::days(20)), QStringLiteral("2026-09: 1, 2026-10: 0, 2026-11: 1, 2026-12: 0"));
    query.from = QDate(2026, 10, 15);
    query.to = QDate(2027, 1, 2);
    QCOMPARE(months(query), QStringLiteral("2026-10: 0, 2026-11: 1, 2026-12: 0, 2027-01: 0"));
    query.from = QDate(1, 1, 1);
    query.to = QDate(9999, 12, 31);
    QVERIFY(metrics(cases, query, evening).groups.size() < 1300); // a slip of the hand is no million of months
}

void TestMetrics::anIncidentOfTwoServicesIsInBoth()
{
    std::vector<Case> cases{resolvedAfter(30), resolvedAfter(10)};
    cases[0].incident.services = {QStringLiteral("search"), QStringLiteral("checkout")};
    MetricsQuery query;
    query.by = GroupBy::Service;
    const Metrics found = metrics(cases, query, evening);
    QStringList keys;
    for (const Summary &group : found.groups)
        keys << group.key;
    QCOMPARE(keys, QStringList({QStringLiteral("checkout"), QStringLiteral("search"), QString()}));
    QCOMPARE(found.all.incidents.number, 2);
}

void TestMetrics::targetsAndClocksAreCounted()
{
    const Metrics result = metrics({Case{std::make_shared<const plan::Plan>(reviewPlan()), toldOutage().incident()}}, {}, evening);
    const auto numbers = [](const Tally &tally) {
        return QList<int>{tally.kept.number, tally.missed.number, tally.open.number, tally.waived.number};
    };
    QCOMPARE(numbers(result.all.targets), (QList<int>{1, 1, 0, 0})); // acknowledged in time, resolved late
    QCOMPARE(numbers(result.all.clocks[QStringLiteral("update")]), (QList<int>{0, 2, 0, 0}));
    QCOMPARE(result.all.clocks[QStringLiteral("update")].missed.in, Members{0}); // two, of one incident
    QCOMPARE(result.all.clocks[QStringLiteral("ask")].missed.number, 1);
    QCOMPARE(keptShare(result.all.targets), 0.5);
}

void TestMetrics::actionItemsClosedInTime()
{
    const auto item = [](const char *due, const char *state, std::optional<Instant> closed = {}) {
        ActionItem action;
        action.due = QLatin1String(due);
        action.state = QLatin1String(state);
        action.closedAt = closed;
        return action;
    };
    Case one = resolvedAfter(30);
    one.incident.actions = {item("2026-11-21", "done", at("22:30")), // 23:30 in Berlin, in time
                            item("2026-11-21", "done", at("23:30")), // the next day there
                            item("", "done", at("15:00")),
                            item("2026-11-20", "open"),
                            item("2026-11-21", "open"),
                            item("", "open"),
                            item("2026-11-01", "dropped", at("15:00"))};
    const ActionTally found = metrics({one}, {}, evening).all.actions;
    QCOMPARE(found.added.number, 7);
    QCOMPARE(found.done.number, 3);
    QCOMPARE(found.inTime.number, 1);
    QCOMPARE(found.late.number, 1);
    QCOMPARE(found.overdue.number, 1);
    QCOMPARE(found.open.number, 2);
    QCOMPARE(found.dropped.number, 1);
    QCOMPARE(inTimeShare(found), 1.0 / 3);
}

void TestMetrics::everyNumberNamesItsIncidents()
{
    const std::vector<Case> cases{resolvedAfter(30), resolvedAfter(90, "P0", std::chrono::days(-40)), resolvedAfter(10, "P1")};
    MetricsQuery query;
    query.by = GroupBy::Month;
    const Metrics found = metrics(cases, query, evening);
    QCOMPARE(refs(found, found.all.incidents),
             QStringList({cases[1].incident.ref, cases[0].incident.ref, cases[2].incident.ref})); // in time
    QCOMPARE(refs(found, found.groups.front().incidents), QStringList{cases[1].incident.ref});
    QCOMPARE(refs(found, found.groups.back().severities[QStringLiteral("P1")]), QStringList{cases[2].incident.ref});
    QVERIFY(refs(found, found.all.targets.missed).contains(cases[1].incident.ref));
}

void TestMetrics::aNumberStandsUntilAClockChanges()
{
    Case open = resolvedAfter(30);
    open.incident.status = QStringLiteral("investigating");
    open.incident.statuses.pop_back();
    open.incident.milestones.resolved.reset();
    const Measured early = measure(*open.plan, open.incident, at("14:01"));
    QVERIFY(early.goodUntil && *early.goodUntil <= at("14:05"));
    QCOMPARE(early.targets, (Outcomes{0, 0, 2, 0}));
    QCOMPARE(measure(*open.plan, open.incident, at("14:06")).targets, (Outcomes{0, 1, 1, 0}));
    const Case done = resolvedAfter(3);
    QVERIFY(!measure(*done.plan, done.incident, evening).goodUntil);
}

void TestMetrics::theJsonHasItsShape()
{
    MetricsQuery query;
    query.by = *groupByFromName(QStringLiteral("month"));
    const Case one = resolvedAfter(30);
    const QJsonObject json = toJson(metrics({one}, query, evening));
    QCOMPARE(json[QStringLiteral("incidents")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("in")].toArray(), QJsonArray{one.incident.ref});
    QCOMPARE(json[QStringLiteral("drills_left_out")].toInt(-1), 0);
    const QJsonObject lengths = json[QStringLiteral("metrics")].toObject();
    QCOMPARE(lengths[QStringLiteral("to_resolve")][QStringLiteral("median")].toInt(), 1800);
    QCOMPARE(lengths[QStringLiteral("to_resolve")][QStringLiteral("known")].toInt(), 1);
    QCOMPARE(lengths[QStringLiteral("total")][QStringLiteral("median")].toInt(), 2100);
    QVERIFY(lengths[QStringLiteral("to_identify")][QStringLiteral("median")].isNull());
    QCOMPARE(lengths[QStringLiteral("to_identify")][QStringLiteral("unknown_in")].toArray(), QJsonArray{one.incident.ref});
    QCOMPARE(json[QStringLiteral("targets")][QStringLiteral("kept")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("targets")][QStringLiteral("missed")].toInt(), 1); // who resolved it had acknowledged it by then, too late
    QCOMPARE(json[QStringLiteral("by")][0][QStringLiteral("key")].toString(), QStringLiteral("2026-11"));
    QCOMPARE(json[QStringLiteral("asked")][QStringLiteral("by")].toString(), QStringLiteral("month"));
    QVERIFY(json[QStringLiteral("asked")][QStringLiteral("from")].isNull());
    QVERIFY(!groupByFromName(QStringLiteral("week")));
}

void TestMetrics::theTableHasARowForEachNumber()
{
    MetricsQuery query;
    query.by = GroupBy::Severity;
    const Case one = resolvedAfter(30);
    const std::vector<QStringList> rows = toTable(metrics({one}, query, evening));
    const auto has = [&rows](const QStringList &row) { return std::find(rows.begin(), rows.end(), row) != rows.end(); };
    const QString ref = one.incident.ref;
    QCOMPARE(rows.front().size(), 6);
    QVERIFY(std::all_of(rows.begin(), rows.end(), [](const QStringList &row) { return row.size() == 6; }));
    QVERIFY(has({QStringLiteral("all"), {}, QStringLiteral("incidents"), QStringLiteral("1"), {}, ref}));
    QVERIFY(has({QStringLiteral("severity"), QStringLiteral("P0"), QStringLiteral("MTTR to resolve, median"), QStringLiteral("1800"),
                 QStringLiteral("s"), ref}));
}

void TestMetrics::noIncidentAtAll()
{
    MetricsQuery query;
    query.by = GroupBy::Month;
    const Metrics none = metrics(std::vector<Case>(), query, evening);
    QCOMPARE(none.all.incidents.number, 0);
    QVERIFY(!none.all.length(Measure::Resolve).median);
    QVERIFY(!keptShare(none.all.targets));
    QVERIFY(none.groups.empty());
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
