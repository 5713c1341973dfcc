// A plan as a tree of facts: every key is there, words read back as the plan file reads them, and nothing is half done.

#include "models/plan/facts.h"
#include "models/plan/shipped.h"
#include "models/plan/writer.h"

#include <QTest>

using namespace qd;
using namespace qd::plan;

namespace {

Plan pager()
{
    Plan plan;
    plan.id = QStringLiteral("pager");
    plan.name = QStringLiteral("Pager plan");
    Severity severity;
    severity.id = QStringLiteral("SEV1");
    severity.name = QStringLiteral("Critical");
    severity.respondWithin = std::chrono::minutes(15);
    plan.severities = {severity};
    plan.audiences.resize(1);
    plan.audiences[0].id = QStringLiteral("customers");
    plan.audiences[0].name = QStringLiteral("Customers");
    plan.audiences[0].cadences = {{QStringLiteral("SEV1"), {}, std::chrono::minutes(30)}};
    plan.roles.resize(1);
    plan.roles[0].id = QStringLiteral("ic");
    plan.roles[0].name = QStringLiteral("Incident Commander");
    plan.roles[0].duties = {QStringLiteral("Leads"), QStringLiteral("Decides")};
    return plan;
}

void everyLeaf(const std::vector<Fact> &facts, const std::function<void(const Fact &)> &visit)
{
    for (const Fact &fact : facts) {
        if (fact.kind != FactKind::Block && fact.kind != FactKind::Blocks)
            visit(fact);
        everyLeaf(fact.children, visit);
    }
}

} // namespace

class FactsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFactIsFoundByItsIdsAndKnowsItsPlace();
    void whatTheFileSaysIsWhatTheFactSays();
    void wordsThatAreNoTargetAreRefusedAndNothingChanges();
    void emptyWordsTakeAFactBack();
    void aListIsSetLineByLineAndItemByItem();
    void partsAreAddedCopiedMovedAndRemoved();
    void whatIsWrongIsToldAtItsFact();
    void settingEveryFactToItsOwnWordsChangesNothing_data();
    void settingEveryFactToItsOwnWordsChangesNothing();
};

void FactsTest::aFactIsFoundByItsIdsAndKnowsItsPlace()
{
    const std::vector<Fact> facts = factsOf(pager());
    const Fact *fact = findFact(facts, QStringLiteral("audiences/customers/cadence/SEV1/every"));
    QVERIFY(fact);
    QCOMPARE(fact->path, QStringLiteral("audiences/0/cadence/0/every"));
    QCOMPARE(fact->words, QStringLiteral("30m"));
    QCOMPARE(fact->title, QStringLiteral("Update every"));
    QVERIFY(!findFact(facts, QStringLiteral("audiences/nobody/cadence")));
}

void FactsTest::whatTheFileSaysIsWhatTheFactSays()
{
    Plan plan = pager();
    QVERIFY(setWords(plan, QStringLiteral("severities/0/resolve_within"), QStringLiteral("3 business days")));
    QCOMPARE(plan.severities[0].resolveWithin, MaybeTarget(WorkingTime{3, 0}));
    QVERIFY(setWords(plan, QStringLiteral("severities/0/postmortem_required"), QStringLiteral("no")));
    QCOMPARE(plan.severities[0].postmortemRequired, std::optional(Need::No));
    QVERIFY(setWords(plan, QStringLiteral("zone"), QStringLiteral("Europe/Berlin")));
    QVERIFY(setWords(plan, QStringLiteral("calendar/opens"), QStringLiteral("08:30")));
    QCOMPARE(plan.calendar.opens, QTime(8, 30));
    QVERIFY(setWords(plan, QStringLiteral("warn_at"), QStringLiteral("75%")));
    QVERIFY(writePlan(plan).contains("warn_at: 75%"));
}

void FactsTest::wordsThatAreNoTargetAreRefusedAndNothingChanges()
{
    Plan plan = pager();
    const Result<void> set = setWords(plan, QStringLiteral("severities/0/respond_within"), QStringLiteral("5 mins"));
    QVERIFY(!set);
    QVERIFY2(set.error().sentence.contains(QStringLiteral("5m")), qPrintable(set.error().sentence));
    QCOMPARE(plan, pager());
    for (const char *nowhere : {"severities/7/respond_within", "severities/x/name", "severities/0/colour", "", "/", "lines/x"})
        QVERIFY2(!setWords(plan, QLatin1String(nowhere), QStringLiteral("x")), nowhere);
    QVERIFY(!setWords(plan, QStringLiteral("severities/0"), QStringLiteral("x")));
    QCOMPARE(plan, pager());
}

void FactsTest::emptyWordsTakeAFactBack()
{
    Plan plan = pager();
    QVERIFY(setWords(plan, QStringLiteral("severities/0/respond_within"), QString()));
    QVERIFY(!plan.severities[0].respondWithin);
}

void FactsTest::aListIsSetLineByLineAndItemByItem()
{
    Plan plan = pager();
    QVERIFY(setWords(plan, QStringLiteral("roles/0/duties/1"), QStringLiteral("Decides and says so")));
    QVERIFY(setWords(plan, QStringLiteral("roles/0/required_at"), QStringLiteral(" SEV1 \n\n")));
    QCOMPARE(plan.roles[0].duties, (QStringList{QStringLiteral("Leads"), QStringLiteral("Decides and says so")}));
    QCOMPARE(plan.roles[0].requiredAt, QStringList{QStringLiteral("SEV1")});
}

void FactsTest::partsAreAddedCopiedMovedAndRemoved()
{
    Plan plan = pager();
    QCOMPARE(addElement(plan, QStringLiteral("roles"), QStringLiteral("Scribe")).value_or(QString()), QStringLiteral("roles/1"));
    QCOMPARE(plan.roles[1].id, QStringLiteral("scribe"));
    QCOMPARE(copyElement(plan, QStringLiteral("roles/1")).value_or(QString()), QStringLiteral("roles/2"));
    QCOMPARE(plan.roles[2].id, QStringLiteral("scribe-2"));
    QCOMPARE(moveElement(plan, QStringLiteral("roles/2"), -2).value_or(QString()), QStringLiteral("roles/0"));
    QCOMPARE(plan.roles[0].id, QStringLiteral("scribe-2"));
    QVERIFY(removeElement(plan, QStringLiteral("roles/0")));
    QCOMPARE(plan.roles[0].id, QStringLiteral("ic"));
    QCOMPARE(addElement(plan, QStringLiteral("roles/0/duties"), QStringLiteral("Hands over")).value_or(QString()),
             QStringLiteral("roles/0/duties/2"));
    QVERIFY(!addElement(plan, QStringLiteral("roles"), QStringLiteral("  ")));
    QVERIFY(!removeElement(plan, QStringLiteral("roles/9")));
    QVERIFY(problemsOf(plan).empty());
}

void FactsTest::whatIsWrongIsToldAtItsFact()
{
    Plan plan = pager();
    plan.roles[0].name.clear();
    plan.roles[0].requiredAt = {QStringLiteral("SEV9")};
    plan.severities[0].name.clear();
    const std::vector<FactProblem> problems = problemsOf(plan);
    QStringList paths;
    for (const FactProblem &problem : problems)
        paths << problem.path;
    QCOMPARE(paths,
             (QStringList{QStringLiteral("severities/0/name"), QStringLiteral("roles/0/name"), QStringLiteral("roles/0/required_at/0")}));
}

void FactsTest::settingEveryFactToItsOwnWordsChangesNothing_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : shippedPlans())
        QTest::newRow(qPrintable(id)) << id;
}

void FactsTest::settingEveryFactToItsOwnWordsChangesNothing()
{
    QFETCH(const QString, id);
    const Plan plan = *loadShipped(id);
    Plan copy = plan;
    int facts = 0;
    everyLeaf(factsOf(plan), [&](const Fact &fact) {
        const Result<void> set = setWords(copy, fact.path, fact.words);
        QVERIFY2(set, qPrintable(fact.path + QStringLiteral(": ") + (set ? QString() : set.error().sentence)));
        QCOMPARE(pathOf(plan, fact.name), fact.path);
        ++facts;
    });
    QVERIFY(facts > 50);
    QCOMPARE(copy, plan);
    QVERIFY(problemsOf(plan).empty());
}

QTEST_GUILESS_MAIN(FactsTest)
#include "tst_facts.moc"
