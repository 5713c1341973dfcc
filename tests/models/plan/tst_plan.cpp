#include "models/plan/planstore.h"
#include "models/plan/render.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

const QByteArray least =
    "# ours\nid: tiny\nname: Tiny\nseverities:\n  - {id: P0, name: Critical, respond_within: 0m, resolve_within: 90m}\n";

QString fileWith(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QStringList ids(const PlanStore &store)
{
    QStringList all;
    for (const PlanSummary &summary : store.list())
        all << summary.id;
    return all;
}

} // namespace

class Plans : public QObject
{
    Q_OBJECT
private slots:
    void shippedPlansHaveNoProblem()
    {
        for (const QString &id : shippedPlans()) {
            const Result<Plan> plan = loadShipped(id);
            QVERIFY2(plan, plan ? "" : qPrintable(plan.error().sentence));
            QCOMPARE(plan->id, id);
            QVERIFY(!describe(*plan).isEmpty());
        }
        QCOMPARE(shippedPlans().first(), QStringLiteral("default"));
        QCOMPARE(loadShipped(QStringLiteral("nobody")).error().code, ErrorCode::Usage);
    }

    void aThingIsFoundByIdThenShortFormThenName()
    {
        const Plan plan = readPlan("id: a\nname: A\nseverities: [{id: P0, name: Critical}, {id: critical, name: P0}]\n"
                                   "roles: [{id: ic, name: Lead, abbrev: IC}, {id: lead, name: Scribe, abbrev: SC}]\n"
                                   "audiences: [{id: a, name: All, cadence: {P0: {every: 1h}}}]\n",
                                   "a.yaml")
                              .plan.value();
        QCOMPARE(findSeverity(plan, "p0")->id, QStringLiteral("P0"));
        QCOMPARE(findSeverity(plan, "CRITICAL")->id, QStringLiteral("critical"));
        QCOMPARE(findRole(plan, "Lead")->id, QStringLiteral("lead"));
        QCOMPARE(findRole(plan, "sc")->id, QStringLiteral("lead"));
        QVERIFY(!findSeverity(plan, "P9") && !findSeverity(plan, "") && !findTemplate(plan, "x") && !findScenario(plan, "x"));
        const Audience *audience = findAudience(plan, "all");
        QVERIFY(audience && findCadence(*audience, "p0") && !findCadence(*audience, "critical"));
    }

    void anInstalledPlanIsListedAndLoaded()
    {
        QTemporaryDir folder;
        const PlanStore store(folder.filePath("plans"));
        QCOMPARE(ids(store), shippedPlans());
        const Result<PlanSummary> added = store.add(fileWith(folder, "any name.yaml", least));
        QVERIFY2(added, added ? "" : qPrintable(added.error().sentence));
        QCOMPARE(added->id, QStringLiteral("tiny"));
        QCOMPARE(ids(store), shippedPlans() + QStringList("tiny"));
        QCOMPARE(store.load("TINY").value().name, QStringLiteral("Tiny"));
        QFile file(folder.filePath("plans/tiny.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), least); // comments and all
    }

    void aTeamsOwnPlanStandsBeforeTheShippedOne()
    {
        QTemporaryDir folder;
        const PlanStore store(folder.path());
        Plan plan = store.load("castiel").value();
        plan.name = QStringLiteral("Ours");
        QVERIFY(store.add(plan));
        QCOMPARE(store.load("castiel").value().name, QStringLiteral("Ours"));
        QCOMPARE(ids(store).size(), shippedPlans().size());
    }

    void aWrongPlanIsNotInstalled()
    {
        QTemporaryDir folder;
        const PlanStore store(folder.filePath("plans"));
        const QString path = fileWith(folder, "bad.yaml", least + "sumary: x\nstability_watch: 5 mins\n");
        const Result<PlanSummary> added = store.add(path);
        QCOMPARE(added.error().code, ErrorCode::BadInput);
        QCOMPARE(added.error().sentence,
                 path + ":6:1: unknown key 'sumary' in plan; did you mean 'summary'?\n" + path
                     + ":7:18: '5 mins' is not a duration; write 5m");
        QVERIFY(!QDir(folder.filePath("plans")).exists());
        QVERIFY(!store.add(folder.filePath("absent.yaml")));
        QVERIFY(!store.add(folder.path()));
        QVERIFY(!store.add(Plan()));
        QCOMPARE(store.load("../bad").error().code, ErrorCode::Refused);
    }

    void aPlanThatWentWrongLaterIsListedWithItsProblem()
    {
        QTemporaryDir folder;
        fileWith(folder, "tiny.yaml", "id: tiny\n");
        const std::vector<PlanSummary> all = PlanStore(folder.path()).list();
        QCOMPARE(all.back().id, QStringLiteral("tiny"));
        QVERIFY(all.back().problem.contains("'name' is missing"));
    }

    void aTemplateIsFilledAndWhatIsMissingIsTold()
    {
        QStringList missing;
        const QMap<QString, QString> values{{"title", "A {{severity}} title"}, {"ic", ""}};
        QCOMPARE(fillTemplate("{{title}}: {{ severity }} by {{ic}}, next {{next_update}} {{ic}} {x}", values, &missing),
                 QStringLiteral("A {{severity}} title: [severity] by [ic], next [next update] [ic] {x}"));
        QCOMPARE(missing, QStringList({"severity", "ic", "next_update"}));
        QCOMPARE(fillTemplate("plain", {}, nullptr), QStringLiteral("plain"));
        QCOMPARE(placeholdersIn("{{a}} {{b}} {{a}} {{}} {{c"), QStringList({"a", "b"}));
    }

    void aPlanIsDescribedInAlignedColumns()
    {
        const Plan plan =
            readPlan(least + "  - {id: SEV-10, name: Low, respond_within: 3 business days, postmortem_required: false}\n", "x")
                .plan.value();
        QCOMPARE(describe(plan),
                 QStringLiteral("tiny: Tiny\n"
                                "Times are read in UTC; working hours are mon tue wed thu fri, 09:00-17:00; targets count from detection.\n"
                                "\nSeverities\n"
                                "  id      name      respond          resolve     post-mortem\n"
                                "  P0      Critical  at once          1 h 30 min\n"
                                "  SEV-10  Low       3 business days              not required\n"));
    }
};

QTEST_APPLESS_MAIN(Plans)
#include "tst_plan.moc"
