#include "models/items/actionmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace qd;
using namespace qd::items;

namespace {

const QDate today(2026, 11, 21);

ActionItem item(const QString &text, const QString &due = {}, const QString &state = QStringLiteral("open"))
{
    ActionItem action;
    action.id = EventId::make(fromMsecs(1'795'000'000'000));
    action.text = text;
    action.due = due;
    action.state = state;
    action.category = QStringLiteral("detect");
    return action;
}

QString shown(const ActionModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestActionModel : public QObject
{
    Q_OBJECT

private slots:
    void growsAndChangesInPlace();
    void anOverdueItemSaysSoInWords();
    void aClosedItemIsNeverOverdue();
};

void TestActionModel::growsAndChangesInPlace()
{
    ActionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<ActionItem> actions{item(QStringLiteral("Alert on queue depth"))};
    model.setActions(actions, today);
    QSignalSpy resets(&model, &ActionModel::modelReset);
    actions.push_back(item(QStringLiteral("Cap the pool")));
    actions[0].owner = QStringLiteral("Lee");
    model.setActions(actions, today);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(shown(model, 0, ActionModel::Owner), QStringLiteral("Lee"));
    QCOMPARE(shown(model, 1, ActionModel::Category), QStringLiteral("Detect"));
    QCOMPARE(model.rowOf(actions[1].id), 1);
    model.setActions({}, today);
    QCOMPARE(model.rowCount(), 0);
}

void TestActionModel::anOverdueItemSaysSoInWords()
{
    ActionModel model;
    model.setActions(
        {item(QStringLiteral("Late"), QStringLiteral("2026-11-20")), item(QStringLiteral("In time"), QStringLiteral("2026-11-21"))}, today);
    QVERIFY(shown(model, 0, ActionModel::Due).contains(QStringLiteral("overdue")));
    QCOMPARE(shown(model, 1, ActionModel::Due), QStringLiteral("2026-11-21"));
    QCOMPARE(model.overdueCount(), 1);
    model.setActions({model.action(0), model.action(1)}, today.addDays(1));
    QCOMPARE(model.overdueCount(), 2);
}

void TestActionModel::aClosedItemIsNeverOverdue()
{
    ActionModel model;
    model.setActions({item(QStringLiteral("Done"), QStringLiteral("2026-11-01"), QStringLiteral("done"))}, today);
    QCOMPARE(model.overdueCount(), 0);
    QCOMPARE(model.openCount(), 0);
    QCOMPARE(shown(model, 0, ActionModel::State), QStringLiteral("Done"));
}

QTEST_GUILESS_MAIN(TestActionModel)
#include "tst_actionmodel.moc"
