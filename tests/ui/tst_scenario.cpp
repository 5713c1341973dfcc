#include "tests/ui/paneroom.h"
#include "ui/panes/scenario/scenariopane.h"

#include <QClipboard>

using namespace qd;
using namespace qd::test;

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void whatFitsStandsFirstAndIsAttachedWithOneKey();
    void stepsTickIntoTheTimeline();
    void aCommandIsCopiedAndNeverRun();
    void aRowWithoutACommandCopiesNone();
    void oneThatIsPutAwayIsOfferedAgain();
    void anEntryOfTheTimelineSuggestsToo();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Scenario")); }
    static QString first(const PaneRoom &room) { return list(room)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); }
};

void TestScenario::whatFitsStandsFirstAndIsAttachedWithOneKey()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createScenarioPane);
    QVERIFY2(first(room).contains(QStringLiteral("suggested")), qPrintable(first(room)));
    QVERIFY2(first(room).contains(QStringLiteral("because of: type outage, 503")), qPrintable(first(room)));
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    PaneRoom::trigger(list(room), QStringLiteral("Attach the scenario"));
    QCOMPARE(room.lastKind(), QStringLiteral("scenario.attached"));
    QVERIFY2(first(room).endsWith(QStringLiteral("attached")), qPrintable(first(room)));
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral(", not ticked")).isValid()); // its steps are there at once
    QVERIFY(room.session->undo());
    QVERIFY2(first(room).contains(QStringLiteral("suggested")), qPrintable(first(room)));
}

void TestScenario::stepsTickIntoTheTimeline()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createScenarioPane);
    room.perform(QStringLiteral("attach"), room.session->plan().scenarios.front().id);
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral(", not ticked")));
    QTest::keyClick(list(room), Qt::Key_Space);
    QCOMPARE(room.lastKind(), QStringLiteral("check.ticked"));
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("ticked by Dana")).isValid());
}

void TestScenario::aCommandIsCopiedAndNeverRun()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createScenarioPane);
    room.perform(QStringLiteral("attach"), room.session->plan().scenarios.front().id);
    const QModelIndex command = PaneRoom::rowWith(list(room), QStringLiteral("Command: "));
    QVERIFY(command.isValid());
    list(room)->setCurrentIndex(command);
    const qsizetype before = static_cast<qsizetype>(room.session->events().size());
    PaneRoom::trigger(list(room), QStringLiteral("Copy the command"));
    QCOMPARE(QStringLiteral("Command: ") + QGuiApplication::clipboard()->text(), command.data(Qt::AccessibleTextRole).toString());
    QCOMPARE(static_cast<qsizetype>(room.session->events().size()), before);
}

void TestScenario::aRowWithoutACommandCopiesNone()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createScenarioPane);
    room.perform(QStringLiteral("attach"), room.session->plan().scenarios.front().id);
    QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
    list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), QStringLiteral("Mitigation: ")));
    PaneRoom::trigger(list(room), QStringLiteral("Copy the command"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
}

void TestScenario::oneThatIsPutAwayIsOfferedAgain()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createScenarioPane);
    room.perform(QStringLiteral("attach"), {}); // the one that fits best
    QCOMPARE(room.session->incident().scenarios.size(), 1);
    list(room)->setCurrentIndex(list(room)->model()->index(0, 0));
    PaneRoom::trigger(list(room), QStringLiteral("Put the scenario away"));
    QVERIFY(room.session->incident().scenarios.isEmpty());
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("suggested")).isValid());
}

void TestScenario::anEntryOfTheTimelineSuggestsToo()
{
    PaneRoom room;
    command::Declare declare;
    declare.severity = QStringLiteral("P2");
    declare.title = QStringLiteral("Something is odd");
    declare.detected = room.clock.now();
    QVERIFY(room.session->declare(declare, QStringLiteral("default")).has_value());
    room.show(ui::createScenarioPane);
    QVERIFY(!first(room).contains(QStringLiteral("suggested")));
    command::LogEntry entry;
    const plan::Scenario &scenario = room.session->plan().scenarios.back();
    entry.text = QStringLiteral("Looks like ") + scenario.name;
    room.submit(entry);
    QVERIFY2(PaneRoom::rowWith(list(room), QStringLiteral("suggested")).isValid(), qPrintable(scenario.name));
}

QTEST_MAIN(TestScenario)
#include "tst_scenario.moc"
