#include "models/clocks/remaining.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/clocks/clockspane.h"

using namespace qd;
using namespace qd::test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const clocks::Countdown *clockOf(const PaneRoom &room, const QString &id)
{
    for (const clocks::Countdown &clock : room.session->clocks()) {
        if (clock.id == id)
            return &clock;
    }
    return nullptr;
}

} // namespace

class TestClocks : public QObject
{
    Q_OBJECT

private slots:
    void eachClockIsNamedWithWhatIsLeft();
    void aSecondMovesTheFigures();
    void enterDoesTheObviousThing_data();
    void enterDoesTheObviousThing();
    void aPauseAsksWhyInItsRow();
    void aSnoozeTakesALengthAndAReason();
    void escapeLeavesTheQuestion();
    void theMenuReachesTheClockThatIsDueFirst();
    void aWaivedClockWaitsBehindASwitch();

private:
    static QListView *list(const PaneRoom &room) { return room.find<QListView>(QStringLiteral("Clocks")); }
    static void point(const PaneRoom &room, const QString &id)
    {
        list(room)->setCurrentIndex(PaneRoom::rowWith(list(room), clockOf(room, id)->label));
    }
};

void TestClocks::eachClockIsNamedWithWhatIsLeft()
{
    PaneRoom room;
    room.declare();
    room.advance(minutes(6));
    room.show(ui::createClocksPane);
    QVERIFY(list(room)->model()->rowCount() > 3);
    for (const clocks::Countdown &clock : room.session->clocks()) {
        const QString spoken = PaneRoom::rowWith(list(room), clock.label).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(clocks::remainingText(clock, room.clock.now())), qPrintable(spoken));
    }
    QVERIFY(!list(room)->grab().isNull());
    QVERIFY(room.pane->windowTitle().contains(QStringLiteral("running")));
}

void TestClocks::aSecondMovesTheFigures()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    const QModelIndex resolve = PaneRoom::rowWith(list(room), clockOf(room, QStringLiteral("resolve"))->label);
    QVERIFY(resolve.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1:00:00")));
    list(room)->scrollTo(resolve); // only what can be seen is renewed
    room.advance(seconds(1));
    const QModelIndex after = PaneRoom::rowWith(list(room), clockOf(room, QStringLiteral("resolve"))->label);
    QVERIFY(after.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("59:59")));
}

void TestClocks::enterDoesTheObviousThing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("invoked");
    QTest::addColumn<QString>("event");
    QTest::newRow("an update") << "update"
                               << "updates.write"
                               << "";
    QTest::newRow("an empty seat") << "role"
                                   << "roles.assign"
                                   << "";
    QTest::newRow("an ask") << "ask"
                            << "asks.answer"
                            << "";
    QTest::newRow("the resolution") << "resolve"
                                    << "incident.status"
                                    << "";
    QTest::newRow("an escalation") << "escalate"
                                   << ""
                                   << "escalation.raised";
    QTest::newRow("the acknowledgement") << "acknowledge"
                                         << ""
                                         << "incident.acknowledged";
}

void TestClocks::enterDoesTheObviousThing()
{
    QFETCH(QString, kind);
    QFETCH(QString, invoked);
    QFETCH(QString, event);
    PaneRoom room;
    room.declare();
    room.submit(command::MakeAsk{QStringLiteral("Lee"), QStringLiteral("check the lag"), minutes(10), {}});
    room.show(ui::createClocksPane);
    const auto &all = room.session->clocks();
    const auto clock =
        std::find_if(all.begin(), all.end(), [&kind](const clocks::Countdown &item) { return item.kind == kind && item.isOpen(); });
    QVERIFY(clock != all.end());
    const QString subject = clock->subject;
    point(room, clock->id);
    QTest::keyClick(list(room), Qt::Key_Return);
    if (event.isEmpty())
        QVERIFY(room.invoked.join(QString()).startsWith(kind == QLatin1String("resolve") ? QStringLiteral("incident.status resolved")
                                                                                         : invoked + QLatin1Char(' ') + subject));
    else
        QCOMPARE(room.lastKind(), event);
}

void TestClocks::aPauseAsksWhyInItsRow()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    point(room, QStringLiteral("resolve"));
    PaneRoom::trigger(list(room), QStringLiteral("Pause…"));
    const QString field = QStringLiteral("Reason, such as: waiting for the vendor");
    room.answer(field, QString());
    QCOMPARE(room.lastKind(), QStringLiteral("incident.declared")); // refused: no reason, and the question stays
    room.answer(field, QStringLiteral("the vendor looks"));
    QCOMPARE(room.lastKind(), QStringLiteral("clock.paused"));
    QVERIFY(PaneRoom::rowWith(list(room), QStringLiteral("the vendor looks")).isValid());
    point(room, QStringLiteral("resolve"));
    PaneRoom::trigger(list(room), QStringLiteral("Resume"));
    QCOMPARE(room.lastKind(), QStringLiteral("clock.resumed"));
}

void TestClocks::aSnoozeTakesALengthAndAReason()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    point(room, QStringLiteral("resolve"));
    PaneRoom::trigger(list(room), QStringLiteral("Snooze…"));
    room.find<QLineEdit>(QStringLiteral("Length"))->setText(QStringLiteral("20m"));
    room.answer(QStringLiteral("Reason"), QStringLiteral("the fix is on its way"));
    QCOMPARE(room.lastKind(), QStringLiteral("clock.snoozed"));
    QCOMPARE(room.lastBody()[QLatin1String("for")].toInt(), 1200);
}

void TestClocks::theMenuReachesTheClockThatIsDueFirst()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    const QString first = room.session->clocks().front().id;
    room.perform(QStringLiteral("pause"));
    room.answer(QStringLiteral("Reason, such as: waiting for the vendor"), QStringLiteral("waiting for the bank"));
    QCOMPARE(room.lastBody()[QLatin1String("clock")].toString(), first);
    room.perform(QStringLiteral("resume"), first);
    QCOMPARE(room.lastKind(), QStringLiteral("clock.resumed"));
}

void TestClocks::escapeLeavesTheQuestion()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    point(room, QStringLiteral("resolve"));
    PaneRoom::trigger(list(room), QStringLiteral("Waive…"));
    QTest::keyClick(room.find<QLineEdit>(QStringLiteral("Reason")), Qt::Key_Escape);
    QCOMPARE(room.lastKind(), QStringLiteral("incident.declared"));
    QVERIFY(!list(room)->indexWidget(list(room)->currentIndex()));
}

void TestClocks::aWaivedClockWaitsBehindASwitch()
{
    PaneRoom room;
    room.declare();
    room.show(ui::createClocksPane);
    const QString label = clockOf(room, QStringLiteral("resolve"))->label;
    point(room, QStringLiteral("resolve"));
    PaneRoom::trigger(list(room), QStringLiteral("Waive…"));
    room.answer(QStringLiteral("Reason"), QStringLiteral("a drill"));
    QCOMPARE(room.lastKind(), QStringLiteral("clock.waived"));
    QVERIFY(!PaneRoom::rowWith(list(room), QStringLiteral("waived")).isValid());
    room.find<QAbstractButton>(QStringLiteral("Show 1 kept or waived"))->click();
    QVERIFY(PaneRoom::rowWith(list(room), label + QStringLiteral(", waived")).isValid());
}

QTEST_MAIN(TestClocks)
#include "tst_clocks.moc"
