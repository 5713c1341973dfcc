#include "tests/ui/paneroom.h"
#include "ui/panes/checklist/checklistpane.h"

#include <QClipboard>
#include <QComboBox>

using namespace qd;
using namespace qd::test;

class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPhaseIsOpenAndCounts();
    void spaceTicksIntoTheTimeline();
    void headingsOpenAndClose();
    void anAttachedScenarioComesFirst();
    void aCommandIsCopiedWithOneKey();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Checklist")); }
    static QModelIndex firstOpenItem(const PaneRoom &room) { return PaneRoom::rowWith(list(room), QStringLiteral(", not ticked")); }
};

void TestChecklist::theFirstPhaseIsOpenAndCounts()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    const QString first = list(room)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(first.contains(QStringLiteral("0 of")) && first.endsWith(QStringLiteral("shown")), qPrintable(first));
    QVERIFY(firstOpenItem(room).isValid());
    QVERIFY(!list(room)->grab().isNull());
}

void TestChecklist::spaceTicksIntoTheTimeline()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    list(room)->setCurrentIndex(firstOpenItem(room));
    QTest::keyClick(list(room), Qt::Key_Space);
    QCOMPARE(room.lastKind(), QStringLiteral("check.ticked"));
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("ticked by Dana")).isValid());
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("ticked by Dana")));
    QTest::keyClick(list(room), Qt::Key_Space);
    QVERIFY(room.session->incident().checks.empty());
}

void TestChecklist::headingsOpenAndClose()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    const int before = list(room)->model()->rowCount();
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    QTest::keyClick(list(room), Qt::Key_Left);
    QVERIFY(list(room)->model()->rowCount() < before);
    QTest::keyClick(list(room), Qt::Key_Return);
    QCOMPARE(list(room)->model()->rowCount(), before);
}

void TestChecklist::anAttachedScenarioComesFirst()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    auto *choice = room.find<QComboBox>(QStringLiteral("Attach a scenario"));
    QVERIFY(choice->itemText(0).endsWith(QStringLiteral("suggested"))); // an outage, and the plan knows one
    const QString scenario = choice->itemData(0).toString();
    emit choice->activated(0);
    QCOMPARE(room.lastKind(), QStringLiteral("scenario.attached"));
    QCOMPARE(room.session->incident().scenarios, QStringList{scenario});
    QVERIFY(list(room)->model()->index(0, 0).data().toString().startsWith(room.session->plan().scenarios.front().name));
    QVERIFY(choice->findData(scenario) < 0);
}

void TestChecklist::aCommandIsCopiedWithOneKey()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    room.perform(QStringLiteral("attach"), room.session->plan().scenarios.front().id);
    const QModelIndex command = PaneRoom::rowWith(list(room), QStringLiteral("Command: "));
    QVERIFY(command.isValid());
    list(room)->setCurrentIndex(command);
    PaneRoom::trigger(list(room), QStringLiteral("Copy the command"));
    QCOMPARE(QStringLiteral("Command: ") + QGuiApplication::clipboard()->text(), command.data(Qt::AccessibleTextRole).toString());
}

QTEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
