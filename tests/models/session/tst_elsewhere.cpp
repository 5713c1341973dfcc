// Commands to incidents that are not open: decided, shown, stored and taken back without leaving the one that is.
#include "models/session/casebook.h"
#include "tests/support/room.h"

#include <QSignalSpy>

using namespace qd;
using namespace qd::test;

namespace {

using Answer = std::optional<Result<EventId>>;

struct Desk // two incidents: the first has an action item, the second is open
{
    Room room;
    IncidentId first;
    EventId item;

    Desk()
    {
        room.session->casebook().watch();
        first = room.declare(QStringLiteral("P0"), QStringLiteral("First"));
        item = *room.session->submit(command::AddAction{QStringLiteral("Cap the pool"), {}, {}, {}, {}, {}});
        step();
        room.declare(QStringLiteral("P1"), QStringLiteral("Second"));
        step();
    }
    void step() { room.clock.advance(std::chrono::minutes(1)); }
    std::shared_ptr<Answer> submit(const Command &command)
    {
        auto answer = std::make_shared<Answer>();
        room.session->submitTo(first, command, [answer](const Result<EventId> &done) { *answer = done; });
        return answer;
    }
    [[nodiscard]] command::ChangeAction change(const char *owner) const
    {
        command::ChangeAction edit;
        edit.action = item;
        edit.owner = QLatin1String(owner);
        return edit;
    }
    [[nodiscard]] QString owner() // as the casebook has it
    {
        const review::Case *its = room.session->casebook().find(first);
        return its && !its->incident.actions.empty() ? its->incident.actions.front().owner : QStringLiteral("nothing there");
    }
    [[nodiscard]] QString stored() const { return fold(*room.journal->events(first)).actions.front().owner; }
};

} // namespace

class TestElsewhere : public QObject
{
    Q_OBJECT

private slots:
    void aChangeElsewhereIsShownAndStored()
    {
        Desk desk;
        const Incident before = desk.room.session->incident();
        const auto done = desk.submit(desk.change("Lee"));
        QTRY_VERIFY(done->has_value());
        QVERIFY(**done);
        QTRY_COMPARE(desk.owner(), QStringLiteral("Lee"));
        QVERIFY(desk.room.settled());
        QCOMPARE(desk.stored(), QStringLiteral("Lee"));
        QVERIFY(desk.room.session->incident() == before);
        QCOMPARE(desk.room.session->board().size(), 2u);
    }

    void itIsTakenBackAndDoneAgainFromHere()
    {
        Desk desk;
        (void)desk.submit(desk.change("Lee"));
        QTRY_COMPARE(desk.owner(), QStringLiteral("Lee"));
        QVERIFY2(desk.room.session->undoable()->what.contains(QStringLiteral(" in INC-")), qPrintable(desk.room.session->undoable()->what));
        QVERIFY(desk.room.session->undo());
        QTRY_COMPARE(desk.owner(), QString());
        QVERIFY(desk.room.session->redo());
        QTRY_COMPARE(desk.owner(), QStringLiteral("Lee"));
        QVERIFY(desk.room.settled());
        QCOMPARE(desk.stored(), QStringLiteral("Lee"));
    }

    void theLastChangeIsTakenBackFirstWhereverItWas()
    {
        Desk desk;
        (void)desk.submit(desk.change("Lee"));
        QTRY_COMPARE(desk.owner(), QStringLiteral("Lee"));
        desk.step();
        QVERIFY(desk.room.log(QStringLiteral("rolled back 4.12")));
        QVERIFY(desk.room.session->undo());
        QVERIFY(desk.room.session->incident().entries.back().undone);
        QCOMPARE(desk.owner(), QStringLiteral("Lee"));
        QVERIFY(desk.room.session->undo());
        QTRY_COMPARE(desk.owner(), QString());
        QVERIFY(desk.room.session->redo()); // the other way round
        QTRY_COMPARE(desk.owner(), QStringLiteral("Lee"));
        QVERIFY(desk.room.session->incident().entries.back().undone);
        QVERIFY(desk.room.session->redo());
        QVERIFY(!desk.room.session->incident().entries.back().undone);
    }

    void twoAtOnceAreBothThereWhenItIsOpened()
    {
        for (int i = 0; i < 5; ++i) { // the journal answers sooner or later than it is asked
            Desk desk;
            (void)desk.submit(desk.change("Lee"));
            command::ChangeAction due;
            due.action = desk.item;
            due.due = QStringLiteral("2026-12-01");
            const auto done = desk.submit(due);
            QTRY_VERIFY(done->has_value());
            desk.room.session->open(desk.first);
            QTRY_COMPARE(desk.room.session->incident().id, desk.first);
            const ActionItem &item = desk.room.session->incident().actions.front();
            QCOMPARE(item.owner, QStringLiteral("Lee"));
            QCOMPARE(item.due, QStringLiteral("2026-12-01"));
            QCOMPARE(item.history.size(), 2);
            QVERIFY(desk.room.session->undo()); // now it is the open one's
            QCOMPARE(desk.room.session->incident().actions.front().due, QString());
            QVERIFY(desk.room.settled());
        }
    }

    void whatCannotBeIsRefusedWithASentence()
    {
        Desk desk;
        command::ChangeAction edit = desk.change("Lee");
        edit.due = QStringLiteral("some day");
        const auto done = desk.submit(edit);
        QTRY_VERIFY(done->has_value());
        QVERIFY(!**done);
        QVERIFY2((*done)->error().sentence.contains(QStringLiteral("2026-12-01")), qPrintable((*done)->error().sentence));
        Answer missing;
        desk.room.session->submitTo(IncidentId::make(desk.room.clock.now()), desk.change("Lee"),
                                    [&missing](const Result<EventId> &answer) { missing = answer; });
        QTRY_VERIFY(missing.has_value());
        QVERIFY(!*missing);
        QVERIFY(desk.room.settled());
        QCOMPARE(desk.stored(), QString());
    }

    void theOpenOneAnswersAtOnce()
    {
        Desk desk;
        desk.room.session->open(desk.first);
        QTRY_COMPARE(desk.room.session->incident().id, desk.first);
        const auto done = desk.submit(desk.change("Lee"));
        QVERIFY(done->has_value());
        QCOMPARE(desk.room.session->incident().actions.front().owner, QStringLiteral("Lee"));
    }
};

QTEST_GUILESS_MAIN(TestElsewhere)
#include "tst_elsewhere.moc"
