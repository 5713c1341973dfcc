#include "tests/ui/paneroom.h"
#include "ui/panes/checklist/checklistpane.h"

using namespace qd;
using namespace qd::test;

class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPhaseIsOpenAndCounts();
    void spaceTicksIntoTheTimeline();
    void headingsOpenAndClose();

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

QTEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
