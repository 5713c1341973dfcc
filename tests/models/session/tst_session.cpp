// Commands in, values out; nothing waits, nothing typed is lost.
#include "tests/support/room.h"

#include <QSignalSpy>
#include <QTest>

using namespace qd;
using namespace qd::test;

class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void anEntryIsOnScreenAtOnceAndDurableWhenItSaysSo()
    {
        Room room;
        room.declare();
        QVERIFY(room.settled());
        QSignalSpy added(room.session.get(), &IncidentSession::entryAdded);
        const Result<EventId> entry = room.log(QStringLiteral("rolled back 4.12"));
        QVERIFY(entry);
        QCOMPARE(added.count(), 1);
        QCOMPARE(room.session->incident().entries.back().text, QStringLiteral("rolled back 4.12"));
        QVERIFY(room.session->isPending(*entry));
        QCOMPARE(room.session->saveStatus().state, SaveState::Saving);
        QVERIFY(room.settled());
        QVERIFY(!room.session->isPending(*entry));
        QCOMPARE(room.journal->events(room.session->incident().id)->size(), 2u);
    }

    void anIncidentIsOpenedWholeWhileItIsStillBeingSaved()
    {
        for (int i = 0; i < 5; ++i) { // the journal answers sooner or later than it is asked
            Room room;
            const IncidentId first = room.declare(QStringLiteral("P0"), QStringLiteral("First"));
            QVERIFY(room.log(QStringLiteral("rolled back 4.12")));
            room.declare(QStringLiteral("P1"), QStringLiteral("Second"));
            room.session->open(first);
            QTRY_COMPARE(room.session->incident().title, QStringLiteral("First"));
            QCOMPARE(room.session->events().size(), 2u);
            QVERIFY(room.settled());
            QCOMPARE(room.session->events().size(), 2u);
        }
    }

    void thePastIsShownEverywhereAndWritingGoesOn()
    {
        Room room;
        room.declare(QStringLiteral("P1"));
        const Instant before = room.clock.now();
        room.clock.advance(std::chrono::minutes(5));
        QVERIFY(room.session->submit(command::ChangeSeverity{QStringLiteral("P0"), QStringLiteral("worse"), {}}));
        command::LogEntry backdated; // nobody knew it then
        backdated.text = QStringLiteral("rolled back 4.12");
        backdated.at = before + std::chrono::minutes(1);
        QVERIFY(room.session->submit(backdated));
        QSignalSpy moved(room.session.get(), &IncidentSession::asOfChanged);

        room.session->showAsOf(before + std::chrono::minutes(2));
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(room.session->incident().severity, QStringLiteral("P1"));
        QCOMPARE(room.session->now(), before + std::chrono::minutes(2));
        QVERIFY(room.session->incident().entries.back().text != QStringLiteral("rolled back 4.12"));

        QVERIFY(room.log(QStringLiteral("still writing")));
        QVERIFY(room.session->incident().entries.back().text != QStringLiteral("still writing"));
        room.session->showAsOf({});
        QCOMPARE(moved.count(), 2);
        QVERIFY(!room.session->asOf());
        QCOMPARE(room.session->incident().severity, QStringLiteral("P0"));
        QCOMPARE(room.session->incident().entries.back().text, QStringLiteral("still writing"));
        QVERIFY(room.settled());
    }

    void ofManyMomentsTheLastOneIsShown()
    {
        Room room;
        room.declare(QStringLiteral("P1"));
        const Instant start = room.clock.now();
        room.clock.advance(std::chrono::minutes(30));
        for (int minute = 0; minute <= 20; ++minute)
            room.session->showAsOf(start + std::chrono::minutes(minute));
        QTRY_COMPARE(room.session->asOf(), std::optional(start + std::chrono::minutes(20)));
        room.session->showAsOf(start - std::chrono::hours(1)); // nothing was known before the first event
        QTRY_COMPARE(room.session->asOf(), std::optional(start));
    }

    void aRefusedCommandChangesNothing()
    {
        Room room;
        room.declare();
        const Incident before = room.session->incident();
        const Result<EventId> result = room.session->submit(command::ChangeStatus{QStringLiteral("fixed"), {}, {}});
        QVERIFY(!result);
        QVERIFY(room.session->incident() == before);
        QVERIFY(room.settled());
        QCOMPARE(room.journal->position(), 1);
    }

    void theNextStartFindsEverything()
    {
        Room room;
        const IncidentId first = room.declare();
        QVERIFY(room.log(QStringLiteral("a first line")));
        const Incident before = room.session->incident();
        room.declare(QStringLiteral("P2"), QStringLiteral("Invoices without a logo"));
        QVERIFY(room.settled());

        room.enter(QStringLiteral("Lee"));
        room.session->start();
        QTRY_COMPARE(room.session->board().size(), 2u);
        QSignalSpy opened(room.session.get(), &IncidentSession::opened);
        room.session->open(first);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(room.session->incident() == before);
        QVERIFY(!room.session->undoable()); // nothing here is Lee's
    }

    void undoGoesAcrossTheRecordAndBack()
    {
        Room room;
        room.declare();
        QVERIFY(room.log(QStringLiteral("wrong room")));
        QVERIFY(room.session->submit(command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("fewer users"), {}}));
        QCOMPARE(room.session->undoable()->kind, QStringLiteral("severity.changed"));
        QVERIFY(room.session->undo());
        QCOMPARE(room.session->incident().severity, QStringLiteral("P0"));
        QVERIFY(room.session->undo());
        QVERIFY(room.session->incident().entries.at(1).undone);
        QVERIFY(!room.session->undo()); // a declaration stays
        QVERIFY(room.session->redo());
        QVERIFY(!room.session->incident().entries.at(1).undone);
        QVERIFY(room.settled());
    }

    void whatAnotherProgramWritesArrives()
    {
        Room room;
        const IncidentId id = room.declare();
        QVERIFY(room.settled());
        OpenOptions options;
        options.now = room.clock.now();
        auto other = Journal::open(room.path(), options);
        QVERIFY(other);
        Recorder recorder((*other)->console(), QStringLiteral("Sam"));
        recorder.observe((*other)->lastStamp());
        command::LogEntry entry;
        entry.text = QStringLiteral("from the terminal");
        const auto drafts = decide(room.session->incident(), entry, {QStringLiteral("Sam"), room.clock.now()});
        QVERIFY((*other)->appendNow(recorder.record(*drafts, room.clock.now())));
        QTRY_COMPARE_WITH_TIMEOUT(room.session->incident().entries.size(), 2, 3000);
        QCOMPARE(room.session->incident().entries.back().author, QStringLiteral("Sam"));
        QCOMPARE(room.session->incident().id, id);
    }

    void theBoardPutsTheMostUrgentFirst()
    {
        Room room;
        room.declare(QStringLiteral("P2"), QStringLiteral("Low"));
        room.declare(QStringLiteral("P0"), QStringLiteral("High"));
        QVERIFY(room.session->submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}}));
        room.declare(QStringLiteral("P1"), QStringLiteral("Middle"));
        QStringList titles;
        for (const BoardRow &row : room.session->board())
            titles << row.title;
        QCOMPARE(titles, (QStringList{QStringLiteral("Middle"), QStringLiteral("Low"), QStringLiteral("High")}));
        QCOMPARE(room.session->board().front().severityName, QStringLiteral("High"));
        QVERIFY(room.settled());
    }

    void theRestrictedOneGoesByItsCodename()
    {
        Room room;
        command::Declare declare;
        declare.severity = QStringLiteral("P0");
        declare.title = QStringLiteral("Customer data on a public bucket");
        declare.restricted = true;
        declare.codename = QStringLiteral("Blue Heron");
        QVERIFY(room.session->declare(declare, QStringLiteral("small")));
        QCOMPARE(room.session->board().front().title, QStringLiteral("Blue Heron"));
        QVERIFY(room.settled());
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
