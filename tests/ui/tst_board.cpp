#include "tests/ui/paneroom.h"
#include "ui/panes/board/boardpane.h"

using namespace qd;
using namespace qd::test;

class TestBoard : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyBoardSaysWhatToDo();
    void aRowSaysWhatACommanderMustKnow();
    void clickAndEnterOpen();
    void closedOnesWaitBehindASwitch();
    void aRestrictedIncidentAndADrillSaySo();
    void typingFindsAlsoWhatEnded();
};

void TestBoard::anEmptyBoardSaysWhatToDo()
{
    PaneRoom room;
    room.show(ui::createBoardPane);
    room.find<QPushButton>(QStringLiteral("Declare an incident"))->click();
    room.find<QPushButton>(QStringLiteral("Try a drill on the sample"))->click();
    QCOMPARE(room.invoked, (QStringList{QStringLiteral("incident.declare "), QStringLiteral("incident.drill ")}));
}

void TestBoard::aRowSaysWhatACommanderMustKnow()
{
    PaneRoom room;
    room.declare();
    room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
    room.show(ui::createBoardPane);
    auto *list = room.find<QListView>(QStringLiteral("Incident board"));
    QTRY_VERIFY(PaneRoom::rowWith(list, QStringLiteral("P")).isValid());
    const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const QString &word : {QStringLiteral("P0"), room.session->incident().ref, QStringLiteral("Checkout returns 503"),
                                QStringLiteral("IC Dana"), QStringLiteral("next")})
        QVERIFY2(spoken.contains(word), qPrintable(spoken));
    QVERIFY(!list->grab().isNull());
}

void TestBoard::clickAndEnterOpen()
{
    PaneRoom room;
    const IncidentId first = room.declare();
    const IncidentId second = room.declare(QStringLiteral("P1"), QStringLiteral("Search is slow"));
    room.show(ui::createBoardPane);
    auto *list = room.find<QListView>(QStringLiteral("Incident board"));
    QCOMPARE(room.session->incident().id, second);
    QTRY_COMPARE(list->model()->rowCount(), 2); // the board follows in the background
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(PaneRoom::rowWith(list, QStringLiteral("Checkout"))).center());
    QTRY_COMPARE(room.session->incident().id, first);
    list->setCurrentIndex(PaneRoom::rowWith(list, QStringLiteral("Search")));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(room.session->incident().id, second);
}

void TestBoard::closedOnesWaitBehindASwitch()
{
    PaneRoom room;
    room.declare();
    room.submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}});
    room.declare(QStringLiteral("P1"), QStringLiteral("Search is slow"));
    room.show(ui::createBoardPane);
    auto *list = room.find<QListView>(QStringLiteral("Incident board"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    room.find<QAbstractButton>(QStringLiteral("Show 1 closed"))->click();
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(room.pane->windowTitle(), QStringLiteral("1 open"));
}

void TestBoard::aRestrictedIncidentAndADrillSaySo()
{
    PaneRoom room;
    command::Declare declare;
    declare.title = QStringLiteral("Leaked key");
    declare.severity = QStringLiteral("P1");
    declare.restricted = declare.drill = true;
    declare.codename = QStringLiteral("Blue Heron");
    QVERIFY(room.session->declare(declare, QStringLiteral("default")));
    room.show(ui::createBoardPane);
    auto *list = room.find<QListView>(QStringLiteral("Incident board"));
    QTRY_VERIFY(PaneRoom::rowWith(list, QStringLiteral("P")).isValid());
    const QString spoken = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("Blue Heron")) && spoken.contains(QStringLiteral("drill restricted")));
    QVERIFY(!spoken.contains(QStringLiteral("Leaked")));
}

void TestBoard::typingFindsAlsoWhatEnded()
{
    PaneRoom room;
    const IncidentId ended = room.declare();
    room.submit(command::ChangeStatus{QStringLiteral("closed"), {}, {}});
    room.declare(QStringLiteral("P1"), QStringLiteral("Search is slow"));
    room.show(ui::createBoardPane);
    auto *list = room.find<QListView>(QStringLiteral("Incident board"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setFocus();
    QTest::keyClicks(list, QStringLiteral("c"));
    auto *filter = room.find<QLineEdit>(QStringLiteral("Find on the board"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("heckout"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(room.session->incident().id, ended);
    filter->setText(QStringLiteral("nothing like it"));
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(!filter->isVisible());
    QCOMPARE(list->model()->rowCount(), 2); // the open one, and the one in the window
}

QTEST_MAIN(TestBoard)
#include "tst_board.moc"
