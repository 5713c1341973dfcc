// What the window learns of other incidents, and does to them, without waiting.
#include "models/session/relations.h"
#include "tests/support/room.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

class RelationsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLinkedIsNotSuggestedAsWell()
    {
        Room room;
        room.declare(QStringLiteral("P0"), QStringLiteral("Replica lag on the orders database"));
        room.declare(QStringLiteral("P1"), QStringLiteral("Replica lag, orders are stale"));
        QVERIFY(room.settled());
        const Related before = find(room);
        QCOMPARE(before.like.size(), size_t(1));
        QVERIFY(before.links.empty());
        QVERIFY(link(room, before.like.front().ref, QStringLiteral("duplicate")));
        const Related after = find(room); // also while the link is still being saved
        QVERIFY(after.like.empty());
        QCOMPARE(after.links.front().relation, QStringLiteral("duplicate"));
        QCOMPARE(after.links.front().title, QStringLiteral("Replica lag on the orders database"));
        QVERIFY(room.session->undo());
        QVERIFY(find(room).links.empty());
        QVERIFY(room.settled());
    }

    void aLinkIsTakenBackFromItsOtherSide()
    {
        Room room;
        const IncidentId first = room.declare(QStringLiteral("P0"), QStringLiteral("Replica lag on orders"));
        room.declare(QStringLiteral("P1"), QStringLiteral("Orders are stale"));
        QVERIFY(room.settled());
        QVERIFY(link(room, first.toString(), QStringLiteral("caused-by")));
        QVERIFY(room.settled());
        room.session->open(first);
        QTRY_COMPARE(room.session->incident().id, first);
        const Related seen = find(room);
        QCOMPARE(seen.links.front().relation, QStringLiteral("caused"));
        std::optional<Result<EventId>> done;
        room.session->relations().unlink(seen.links.front(), [&done](const Result<EventId> &answer) { done = answer; });
        QTRY_VERIFY(done.has_value());
        QVERIFY(done->has_value());
        QVERIFY(room.settled());
        QVERIFY(find(room).links.empty());
        QVERIFY(room.session->undo()); // it reaches the other incident too
        QVERIFY(room.settled());
        QCOMPARE(find(room).links.size(), size_t(1));
    }

    void anotherIsMergedIntoTheOpenOne()
    {
        Room room;
        const IncidentId twin = room.declare(QStringLiteral("P1"), QStringLiteral("Orders are stale"));
        room.declare(QStringLiteral("P0"), QStringLiteral("Replica lag on orders"));
        QVERIFY(room.settled());
        room.session->start();
        std::optional<Result<EventId>> done;
        room.session->relations().mergeHere(twin, [&done](const Result<EventId> &answer) { done = answer; });
        QTRY_VERIFY(done.has_value());
        QVERIFY2(done->has_value(), qPrintable(done->has_value() ? QString() : done->error().sentence));
        QVERIFY(room.settled());
        QCOMPARE(find(room).links.front().relation, QStringLiteral("merged-from"));
        const auto row = [&room, twin] {
            const auto &rows = room.session->board();
            return *std::find_if(rows.begin(), rows.end(), [twin](const BoardRow &one) { return one.id == twin; });
        };
        QTRY_VERIFY(!row().open);
        done.reset();
        room.session->relations().mergeHere(twin, [&done](const Result<EventId> &answer) { done = answer; });
        QTRY_VERIFY(done.has_value());
        QVERIFY(!done->has_value() && done->error().sentence.contains(QStringLiteral("already")));
        room.session->open(twin);
        QTRY_COMPARE(room.session->incident().id, twin);
        QVERIFY(std::none_of(room.session->clocks().begin(), room.session->clocks().end(),
                             [](const clocks::Countdown &clock) { return clock.isOpen(); }));
    }

    void anUnknownReferenceIsRefusedInASentence()
    {
        Room room;
        room.declare();
        std::optional<Result<EventId>> done;
        room.session->relations().link(QStringLiteral("INC-ELSE"), QStringLiteral("merged-into"),
                                       [&done](const Result<EventId> &answer) { done = answer; });
        QTRY_VERIFY(done.has_value());
        QVERIFY(!done->has_value() && done->error().sentence.contains(QStringLiteral("no incident 'INC-ELSE' in this database")));
        QVERIFY(room.settled());
    }

private:
    static Related find(Room &room)
    {
        std::optional<Related> found;
        room.session->relations().find([&found](const Result<Related> &related) { found = related ? *related : Related{}; });
        if (!QTest::qWaitFor([&found] { return found.has_value(); }, 5000))
            qFatal("no answer");
        return *found;
    }
    static bool link(Room &room, const QString &other, const QString &relation)
    {
        std::optional<bool> done;
        room.session->relations().link(other, relation, [&done](const Result<EventId> &answer) { done = answer.has_value(); });
        return QTest::qWaitFor([&done] { return done.has_value(); }, 5000) && *done;
    }
};

QTEST_GUILESS_MAIN(RelationsTest)
#include "tst_relations.moc"
