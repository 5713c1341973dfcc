#include "models/items/actionmodel.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/actionitems/actionitemspane.h"
#include "ui/panes/asks/askspane.h"

#include <QTableView>

using namespace qd;
using namespace qd::test;
using items::ActionModel;
using std::chrono::minutes;

class TestWork : public QObject
{
    Q_OBJECT

private slots:
    void anAskIsMadeOnOneLine();
    void anAskIsAnsweredExtendedAndDroppedInItsRow();
    void anAskWhoseTimeIsUpComesToTheTopAndSaysSo();
    void anActionItemIsAddedOnOneLine();
    void anActionItemIsDroppedAndOpenedAgain();
    void aCellIsEditedIntoTheRecord();
};

void TestWork::anAskIsMadeOnOneLine()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createAsksPane);
    room.answer(QStringLiteral("New ask"), QStringLiteral("lee"));
    QVERIFY(room.session->incident().asks.empty());
    room.answer(QStringLiteral("New ask"), QStringLiteral("@lee 10m check the replica lag"));
    QCOMPARE(room.lastKind(), QStringLiteral("ask.made"));
    auto *list = room.find<QListView>(QStringLiteral("Asks"));
    room.advance(minutes(4));
    QVERIFY(PaneRoom::rowWith(list, QStringLiteral("check the replica lag, 06:00")).isValid());
    QVERIFY(room.find<QLineEdit>(QStringLiteral("New ask"))->text().isEmpty());
    QVERIFY(!list->grab().isNull());
}

void TestWork::anAskIsAnsweredExtendedAndDroppedInItsRow()
{
    PaneRoom room;
    room.declare();
    const EventId ask = room.submit(command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("check the lag"), minutes(10), {}});
    room.show(ui::createAsksPane);
    room.perform(QStringLiteral("extend"), ask.toString());
    room.answer(QStringLiteral("Length"), QStringLiteral("20m"));
    QCOMPARE(room.lastBody()[QLatin1String("state")].toString(), QStringLiteral("extended"));
    room.perform(QStringLiteral("answer"), ask.toString());
    room.answer(QStringLiteral("Answer"), QStringLiteral("40 seconds"));
    QCOMPARE(room.session->incident().asks.front().answer, QStringLiteral("40 seconds"));
    const EventId other = room.submit(command::MakeAsk{QStringLiteral("Ana"), QStringLiteral("count tickets"), {}, {}});
    room.perform(QStringLiteral("drop"), other.toString());
    room.answer(QStringLiteral("Reason"), QStringLiteral("support has counted"));
    QCOMPARE(room.session->incident().asks.back().state, QStringLiteral("dropped"));
}

void TestWork::anAskWhoseTimeIsUpComesToTheTopAndSaysSo()
{
    PaneRoom room;
    room.declare();
    room.submit(command::MakeAsk{QStringLiteral("Ana"), QStringLiteral("count tickets"), minutes(30), {}});
    room.submit(command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("check the lag"), minutes(5), {}});
    room.show(ui::createAsksPane);
    room.advance(minutes(7));
    room.submit(command::ChangeStatus{QStringLiteral("identified"), {}, {}});
    auto *list = room.find<QListView>(QStringLiteral("Asks"));
    const QString first = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(first.contains(QStringLiteral("Lee: check the lag")) && first.contains(QStringLiteral("time is up")), qPrintable(first));
    QCOMPARE(room.pane->windowTitle(), QStringLiteral("2 open, 1 with its time up"));
}

void TestWork::anActionItemIsDroppedAndOpenedAgain()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AddAction{QStringLiteral("Cap the pool"), {}, {}, {}, {}, {}});
    room.show(ui::createActionItemsPane);
    auto *table = room.find<QTableView>(QStringLiteral("Action items"));
    table->setCurrentIndex(table->model()->index(0, 0));
    PaneRoom::trigger(table, QStringLiteral("Dropped, or open again"));
    QCOMPARE(room.session->incident().actions.front().state, QStringLiteral("dropped"));
    PaneRoom::trigger(table, QStringLiteral("Dropped, or open again"));
    QCOMPARE(room.session->incident().actions.front().state, QStringLiteral("open"));
}

void TestWork::anActionItemIsAddedOnOneLine()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createActionItemsPane);
    room.answer(QStringLiteral("New action item"), QStringLiteral("Alert on queue depth @lee 2026-12-01 #detect"));
    QCOMPARE(room.lastKind(), QStringLiteral("action.added"));
    const ActionItem &item = room.session->incident().actions.front();
    QCOMPARE(QStringList({item.text, item.owner, item.due, item.category}),
             QStringList(
                 {QStringLiteral("Alert on queue depth"), QStringLiteral("lee"), QStringLiteral("2026-12-01"), QStringLiteral("detect")}));
    QCOMPARE(room.find<QTableView>(QStringLiteral("Action items"))->model()->rowCount(), 1);
    QVERIFY(!room.pane->grab().isNull());
}

void TestWork::aCellIsEditedIntoTheRecord()
{
    PaneRoom room;
    room.declare();
    const EventId item = room.submit(command::AddAction{QStringLiteral("Cap the pool"), {}, {}, {}, {}, {}});
    room.show(ui::createActionItemsPane, {700, 300});
    auto *table = room.find<QTableView>(QStringLiteral("Action items"));
    table->edit(table->model()->index(0, ActionModel::Due));
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("friday"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(room.session->incident().actions.front().due, QStringLiteral("2026-11-27"));
    room.perform(QStringLiteral("open"), item.toString());
    PaneRoom::trigger(table, QStringLiteral("Done, or open again"));
    QCOMPARE(room.session->incident().actions.front().state, QStringLiteral("done"));
}

QTEST_MAIN(TestWork)
#include "tst_work.moc"
