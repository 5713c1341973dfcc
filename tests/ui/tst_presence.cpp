// Who else is in the room, and which entries they do not have yet: calm, and nothing at all where there is nobody.
#include "tests/ui/sharedroom.h"
#include "ui/mainwindow/lazydock.h"

#include <QLabel>
#include <QListView>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestPresence : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        desk = std::make_unique<SharedRoom>();
        desk->join();
        incident = desk->room.declare();
        other = desk->room.declare(QStringLiteral("P2"), QStringLiteral("Invoices without a logo"));
        desk->room.session->open(incident);
        QTRY_COMPARE(desk->room.session->incident().id, incident);
        desk->acknowledge();
        desk->sayInStep();
    }
    void cleanup() { desk.reset(); }

    void nobodyElseAndNothingIsDrawn()
    {
        QTRY_COMPARE(desk->spoken(QStringLiteral("Hub status")), QStringLiteral("Hub status in step"));
        QCOMPARE(desk->named<QLabel>(QStringLiteral("In the room"))->text(), QString());
        QVERIFY(!cardOf(QStringLiteral("Checkout")).contains(QStringLiteral("here:")));
    }

    void whoIsHereStandsInTheHeaderOnTheBoardAndInTheStatusLine()
    {
        emit desk->link.presenceChanged({SharedRoom::person("Lee", incident), SharedRoom::person("Ana", incident),
                                         SharedRoom::person("Ravi", other), SharedRoom::person("Mei", {})});
        QCOMPARE(desk->named<QLabel>(QStringLiteral("In the room Ana, Lee"))->text(), QStringLiteral("Ana, Lee here too"));
        QVERIFY2(cardOf(QStringLiteral("Checkout")).contains(QStringLiteral("here: Ana, Lee")),
                 qPrintable(cardOf(QStringLiteral("Checkout"))));
        QVERIFY(cardOf(QStringLiteral("Invoices")).contains(QStringLiteral("here: Ravi")));
        desk->sayInStep();
        QTRY_COMPARE(desk->spoken(QStringLiteral("Hub status")), QStringLiteral("Hub status in step, 5 in the room"));
        emit desk->link.presenceChanged({});
        QVERIFY(!cardOf(QStringLiteral("Checkout")).contains(QStringLiteral("here:")));
        QCOMPARE(desk->named<QLabel>(QStringLiteral("In the room"))->text(), QString());
    }

    void manyAreCounted()
    {
        emit desk->link.presenceChanged({SharedRoom::person("Ana", incident), SharedRoom::person("Bo", incident),
                                         SharedRoom::person("Cem", incident), SharedRoom::person("Di", incident),
                                         SharedRoom::person("Eve", incident)});
        QCOMPARE(desk->named<QLabel>(QStringLiteral("In the room"))->text(), QStringLiteral("Ana, Bo, Cem, Di and 1 more here too"));
        QVERIFY(cardOf(QStringLiteral("Checkout")).contains(QStringLiteral("here: Ana, Bo +3")));
    }

    void anEntryIsMarkedUntilTheHubHasIt()
    {
        command::LogEntry entry;
        entry.text = QStringLiteral("rolled back 4.12");
        desk->room.submit(entry);
        auto *timeline = desk->named<QListView>(QStringLiteral("Timeline"));
        QVERIFY(!PaneRoom::rowWith(timeline, QStringLiteral("Declared"))
                     .data(Qt::AccessibleTextRole)
                     .toString()
                     .contains(QStringLiteral("waiting")));
        QTRY_VERIFY(spokenRow(timeline).contains(QStringLiteral("waiting")));
        QTRY_COMPARE(desk->room.session->saveStatus().state, SaveState::Saved);
        QVERIFY(spokenRow(timeline).contains(QStringLiteral("waiting")));
        QTRY_COMPARE(desk->shared.status().waiting, desk->room.journal->sharing()->waiting);
        desk->acknowledge();
        QVERIFY2(!spokenRow(timeline).contains(QStringLiteral("waiting")), qPrintable(spokenRow(timeline)));
    }

    void aCorrectionThatWaitsMarksItsEntry()
    {
        command::LogEntry entry;
        entry.text = QStringLiteral("rolled back 4.12");
        const EventId id = desk->room.submit(entry);
        desk->acknowledge();
        auto *timeline = desk->named<QListView>(QStringLiteral("Timeline"));
        command::AmendEntry amend;
        amend.entry = id;
        amend.text = QStringLiteral("rolled back 4.12.1");
        desk->room.submit(amend);
        QTRY_VERIFY(spokenRow(timeline).contains(QStringLiteral("4.12.1")));
        QTRY_VERIFY(spokenRow(timeline).contains(QStringLiteral("waiting")));
    }

    void aRecordOfOnesOwnKnowsNoWaiting()
    {
        QVERIFY(desk->shared.leave());
        command::LogEntry entry;
        entry.text = QStringLiteral("rolled back 4.12");
        desk->room.submit(entry);
        QTRY_COMPARE(desk->room.session->saveStatus().state, SaveState::Saved);
        QVERIFY(!spokenRow(desk->named<QListView>(QStringLiteral("Timeline"))).contains(QStringLiteral("waiting")));
    }

private:
    [[nodiscard]] QString cardOf(const QString &words) const
    {
        const QModelIndex row = PaneRoom::rowWith(desk->named<QListView>(QStringLiteral("Incident board")), words);
        return row.data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] static QString spokenRow(QListView *timeline)
    {
        return PaneRoom::rowWith(timeline, QStringLiteral("rolled back")).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<SharedRoom> desk;
    IncidentId incident, other;
};

QTEST_MAIN(TestPresence)
#include "tst_presence.moc"
