#include "models/plan/json.h"
#include "models/plan/reader.h"
#include "models/plan/shipped.h"
#include "models/plan/writer.h"

#include "models/core/rulebook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qd;
using namespace qd::plan;
using namespace std::chrono_literals;

namespace {

const QString awkward = QStringLiteral("  - \"true\": 'é' #x {{title}} \\ 50%, [a] | > & * ! 漢字 \n\nline\ttwo\r\n\n");

Plan everything() // every field says something, and texts hold what YAML finds hard
{
    Plan plan;
    plan.id = QStringLiteral("everything");
    plan.name = QStringLiteral("null");
    plan.version = QStringLiteral("3");
    plan.summary = QStringLiteral("One\ntwo\n");
    plan.zone = "Europe/Berlin";
    plan.calendar = {{1, 3, 7}, QTime(8, 30), QTime(18, 0), {QDate(2026, 12, 25), QDate(2027, 1, 1)}};
    plan.origin = Origin::Started;
    plan.stabilityWatch = 30min;
    plan.warnAt = 0.07;
    plan.types = {QStringLiteral("outage"), QStringLiteral("security")};
    plan.detection = {awkward, QStringLiteral("yes"), QStringLiteral("~"), QStringLiteral("a: b"), QStringLiteral("# c")};
    plan.severities = {{"P0",
                        "Critical",
                        awkward,
                        {"1"},
                        {"- x"},
                        {"?"},
                        "24/7",
                        Target(Duration(0)),
                        Target(WorkingTime{1, 4}),
                        Need::Yes,
                        Target(Duration(48h)),
                        Target(QStringLiteral("next sprint")),
                        {"one: two"},
                        {{"id", 12}, {"name", 13}}},
                       {"P1", "High", "", {}, {}, {}, "", Target(WorkingTime{3, 0}), Target(WorkingTime{0, 1}), Need::No, {}, {}, {}, {}}};
    plan.audiences = {{"status-page",
                       "Status page",
                       "https://example.org/#s",
                       {"short"},
                       true,
                       {{"P0", Target(Duration(15min)), Target(Duration(90s))}, {"P1", {}, Target(QStringLiteral("as needed"))}}}};
    plan.roles = {{"ic", "Incident Commander", "IC", "leads", "on-call", {"decide", "speak"}, {"P0", "P1"}}};
    plan.phases = {{"detection",
                    "Detection",
                    Duration(0),
                    Duration(5min),
                    {"grafana"},
                    {{"Look", {}, ""}, {"Ack", {"a", "b"}, "curl -X POST 'x' | jq ."}}}};
    plan.escalation = {{"p0-cto", {"P0"}, 3, "CTO", Duration(30min), "not resolved", {"security"}, true, {"phone call"}},
                       {"lead", {}, 1, "Lead", {}, "", {}, false, {}}};
    plan.templates = {{"initial", "Initial", "status-page", "declared", "**{{title}}**\n\n  - {{severity}}\n"},
                      {"odd", "Odd", "", "", awkward}};
    plan.checklists = {{"handoff", "Handing over", {"say what is open"}}};
    plan.scenarios = {{"down",
                       "Service down",
                       "outage",
                       {"503"},
                       {"gateway"},
                       {{"Check", {"x"}, ""}},
                       {"roll back"},
                       {{"Restart", {}, "systemctl restart x"}},
                       "wiki/down"}};
    plan.rollback = {{"errors above 5%"}, {{"Roll back", {}, "kubectl rollout undo"}}};
    plan.onCall = {"weekly", "24/7", {"first"}, {"second"}, {"answer"}, {"read"}, {"watch"}, {"write"}, {"tell"}};
    plan.postmortem = {Target(Duration(72h)),
                       {{"timeline", "Timeline", {"what when"}, "timeline", true}},
                       {{"Review", Duration(10min)}, {"Close", {}}},
                       Duration(1h),
                       {"all"},
                       {"no blame"},
                       {"tickets"},
                       {{"immediate", Duration(std::chrono::hours(168)), {"fix"}}}};
    plan.metrics = {{"MTTA", "Mean time to acknowledge", "x", "detected", "acknowledged", {{"P0", 5min}, {"P1", 15min}}}};
    plan.links = {{"Monitoring", "Grafana", "https://grafana"}};
    plan.notes = {{"Culture", {"blameless"}}};
    plan.conflicts = {{"P0 response", "severities/P0/respond_within", {"0m", "5m"}, {50, 61}}, {"in words", {}, {}, {}}};
    plan.unread = {{120, "Within a moon"}};
    plan.lines = {{"roles/ic", 31}, {"roles/ic/duties/0", 33}, {"metrics/MTTA", 90}};
    return plan;
}

std::vector<Plan> plans()
{
    std::vector<Plan> all{everything()};
    for (const QString &id : shippedPlans())
        all.push_back(loadShipped(id).value_or(everything()));
    return all;
}

QString differences(const Plan &a, const Plan &b)
{
    const QJsonObject left = toJson(a);
    const QJsonObject right = toJson(b);
    QStringList keys;
    for (const QString &key : left.keys() + right.keys()) {
        if (left[key] != right[key])
            keys << key + QStringLiteral(": ")
                    + QString::fromUtf8(QJsonDocument(QJsonObject{{"a", left[key]}, {"b", right[key]}}).toJson());
    }
    return keys.join(QLatin1Char('\n'));
}

} // namespace

class RoundTrip : public QObject
{
    Q_OBJECT
private slots:
    void aWrittenPlanReadsBackTheSame()
    {
        for (const Plan &plan : plans()) {
            const QByteArray yaml = writePlan(plan);
            const ReadOutcome outcome = readPlan(yaml, plan.id);
            QVERIFY2(outcome.plan, qPrintable(problemLines(outcome.problems) + QLatin1Char('\n') + QString::fromUtf8(yaml)));
            QVERIFY2(*outcome.plan == plan, qPrintable(differences(*outcome.plan, plan)));
            QCOMPARE(writePlan(*outcome.plan), yaml);
        }
    }

    void anEmbeddedPlanIsWhole()
    {
        for (const Plan &plan : plans()) {
            const QByteArray bytes = QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact);
            const Plan back = fromJson(QJsonDocument::fromJson(bytes).object());
            QVERIFY2(back == plan, qPrintable(differences(back, plan)));
        }
    }

    void aStrangePlanIsReadAsFarAsItGoes()
    {
        QCOMPARE(fromJson({}), Plan());
        const Plan plan = fromJson({{"id", 5},
                                    {"severities", "x"},
                                    {"roles", QJsonArray{1, "a"}},
                                    {"stability_watch", 1e300},
                                    {"newer", true},
                                    {"calendar", QJsonObject{{"days", QJsonArray{"someday"}}, {"hours", "17-9"}}}});
        QVERIFY(plan.id.isEmpty() && plan.severities.empty() && plan.roles.size() == 2);
    }

    void theCoreFindsItsRulesInAnEmbeddedPlan()
    {
        const Rulebook book = Rulebook::fromPlan(toJson(everything()));
        QCOMPARE(book.planId, QStringLiteral("everything"));
        QCOMPARE(book.zone, QByteArray("Europe/Berlin"));
        QCOMPARE(listNames(book.severities), QStringLiteral("P0, P1"));
        QCOMPARE(book.roles.at(0).abbrev, QStringLiteral("IC"));
        QCOMPARE(book.externalAudiences, QStringList("status-page"));
        QCOMPARE(book.escalation.at(0).name, QStringLiteral("CTO"));
        QCOMPARE(book.types, QStringList({"outage", "security"}));
        QVERIFY(findNamed(book.templates, QStringLiteral("initial")) && findNamed(book.scenarios, QStringLiteral("Service down")));
        QCOMPARE(findNamed(book.sections, QStringLiteral("timeline"))->name, QStringLiteral("Timeline"));
        for (const char *list : {"detection", "handoff", "duties-ic", "scenario-down", "rollback", "on-call-before", "on-call-handoff"})
            QVERIFY2(findList(book.lists, QLatin1String(list)), list);
    }

    void theContractSaysFactsAlone()
    {
        const QJsonObject json = toContractJson(everything());
        const QJsonObject p0 = json["severities"][0].toObject();
        QCOMPARE(p0["rank"].toInt(-1), 0);
        QCOMPARE(p0["respond_within"].toInt(-1), 0);
        QCOMPARE(p0["resolve_within"], QJsonValue(QJsonObject{{"business_days", 1}, {"business_hours", 4}}));
        QCOMPARE(p0["update_every"].toInt(), 90); // the only audience's
        QCOMPARE(p0["lines"]["name"].toInt(), 13);
        const QJsonObject p1 = json["severities"][1].toObject();
        QCOMPARE(p1["update_every"], QJsonValue(QJsonObject{{"text", "as needed"}}));
        QVERIFY(!p1.contains("postmortem_within") && p1["postmortem_required"] == QJsonValue(false));
        QCOMPARE(json["phases"][0]["steps"], QJsonValue(QJsonArray{"Look", "Ack"}));
        QCOMPARE(json["escalation"][0]["severity"], QJsonValue("P0"));
        QVERIFY(!json["escalation"][1].toObject().contains("severity")); // at every severity
        QCOMPARE(json["metrics"], QJsonValue(QJsonArray{"MTTA"}));
        QCOMPARE(json["conflicts"].toArray().size(), 3);
        QCOMPARE(json["unread"][0]["line"].toInt(), 120);
    }
};

QTEST_APPLESS_MAIN(RoundTrip)
#include "tst_roundtrip.moc"
