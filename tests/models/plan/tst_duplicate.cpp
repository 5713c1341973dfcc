#include "models/plan/duplicate.h"
#include "models/plan/shipped.h"

#include <QTest>

using namespace qd;
using namespace qd::plan;

class Duplicate : public QObject
{
    Q_OBJECT
private slots:
    void aCopySaysTheSameUnderItsOwnName()
    {
        for (const QString &id : shippedPlans()) {
            const Result<QByteArray> copy = duplicatePlan(shippedText(id).value(), "ours", "Our \"own\" plan");
            QVERIFY2(copy, copy ? "" : qPrintable(copy.error().sentence));
            Plan plan = readPlan(*copy, "ours.yaml").plan.value();
            QCOMPARE(plan.name, QStringLiteral("Our \"own\" plan"));
            QCOMPARE(plan.id, QStringLiteral("ours"));
            const Plan original = loadShipped(id).value();
            plan.id = original.id;
            plan.name = original.name;
            QVERIFY(plan == original);
        }
    }

    void commentsStayWhereTheyCan()
    {
        const QByteArray yaml = "# ours\nid: a\nname: A # short\nseverities: [{id: P0, name: Critical}]\n";
        QCOMPARE(duplicatePlan(yaml, "b", "B").value(), QByteArray("# ours\nid: b\nname: \"B\"\nseverities: [{id: P0, name: Critical}]\n"));
        const QByteArray folded = "{id: a, name: A, severities: [{id: P0, name: Critical}]}\n";
        QCOMPARE(readPlan(duplicatePlan(folded, "b", "B").value(), "b.yaml").plan->id, QStringLiteral("b"));
        QCOMPARE(duplicatePlan("id: a\n", "b", "B").error().code, ErrorCode::BadInput);
    }

    void anIdIsMadeOfTheName()
    {
        QCOMPARE(freeId("Our Default plan!", {}), QStringLiteral("our-default-plan"));
        QCOMPARE(freeId("Ours", {"ours", "ours-2"}), QStringLiteral("ours-3"));
        QCOMPARE(freeId(QStringLiteral("計画"), {}), QStringLiteral("plan"));
    }
};

QTEST_GUILESS_MAIN(Duplicate)
#include "tst_duplicate.moc"
