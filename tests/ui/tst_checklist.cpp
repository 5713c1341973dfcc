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
    void thePhaseThatItIsTimeForIsMarked();
    void aRollbackThatIsAtHandComesFirstAndTicks();
    void oneKeyGoesToTheRollback();
    void dutiesOfBeingOnCallStandThereWhileItGoesOn();

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

void TestChecklist::thePhaseThatItIsTimeForIsMarked()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    const auto heading = [&room](const char *phase) {
        return PaneRoom::rowWith(list(room), QString::fromUtf8(phase)).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(heading("Detection ·").contains(QStringLiteral("now · the first 5 min · 5 min left")), qPrintable(heading("Detection")));
    room.advance(std::chrono::minutes(17));
    QVERIFY2(heading("Investigation ·").contains(QStringLiteral("now · 15 min to 30 min after detection · 13 min left")),
             qPrintable(heading("Investigation ·")));
    QVERIFY2(heading("Detection ·").contains(QStringLiteral("behind"))
                 && heading("Detection ·").contains(QStringLiteral("ended 12 min ago")),
             qPrintable(heading("Detection ·")));
    QVERIFY(!heading("Mitigation").contains(QStringLiteral("now")));
    room.submit(command::ChangeStatus{QStringLiteral("resolved"), QStringLiteral("all well"), {}});
    QVERIFY(!heading("Detection").contains(QStringLiteral("behind"))); // it is over: nobody is behind any more
}

void TestChecklist::aRollbackThatIsAtHandComesFirstAndTicks()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    const auto first = [&room] { return list(room)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(!first().contains(QStringLiteral("Roll")));
    command::LogEntry entry;
    entry.kind = QStringLiteral("decision");
    entry.text = QStringLiteral("roll 4.12 back on all shards");
    room.submit(entry);
    QVERIFY2(first().startsWith(QStringLiteral("Roll back when · at hand")) && first().endsWith(QStringLiteral("shown")),
             qPrintable(first()));
    list(room)->setCurrentIndex(list(room)->model()->index(1, 0));
    QTest::keyClick(list(room), Qt::Key_Space);
    QCOMPARE(room.lastBody()[QLatin1String("list")].toString(), QStringLiteral("rollback-criteria"));
    QVERIFY(room.session->undo());
    QVERIFY(room.session->undo());
    QVERIFY2(!first().contains(QStringLiteral("Roll")), qPrintable(first()));
}

void TestChecklist::oneKeyGoesToTheRollback()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    room.perform(QStringLiteral("rollback"));
    QVERIFY(list(room)->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Roll back when")));
}

void TestChecklist::dutiesOfBeingOnCallStandThereWhileItGoesOn()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createChecklistPane);
    const auto has = [&room](const char *words) { return PaneRoom::rowWith(list(room), QString::fromUtf8(words)).isValid(); };
    QVERIFY(has("On call: duties") && has("On call: during the shift"));
    QVERIFY(!has("On call: before the shift") && !has("On call: after an incident"));
    room.submit(command::ChangeStatus{QStringLiteral("resolved"), QStringLiteral("all well"), {}});
    QVERIFY(has("On call: after an incident") && !has("On call: duties"));
}

QTEST_MAIN(TestChecklist)
#include "tst_checklist.moc"
