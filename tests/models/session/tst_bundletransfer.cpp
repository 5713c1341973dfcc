// Bundles from the window's side: nothing waits, what was just written goes with it, and what came in is there.
#include "models/session/bundletransfer.h"
#include "tests/support/room.h"

#include <QSignalSpy>

using namespace qd;
using namespace qd::test;

class TestBundleTransfer : public QObject
{
    Q_OBJECT

private:
    static Result<BundleSent> send(Room &room, const IncidentId &incident, const QString &file,
                                   const BundleTransfer::Progress &progress = {})
    {
        std::optional<Result<BundleSent>> answer;
        room.session->bundles().send(incident, file, progress, [&answer](const Result<BundleSent> &sent) { answer = sent; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
            return refused(QStringLiteral("no answer"));
        return *answer;
    }
    static Result<BundleBrought> bringIn(Room &room, const QString &file)
    {
        std::optional<Result<BundleBrought>> answer;
        room.session->bundles().bringIn(file, {}, [&answer](const Result<BundleBrought> &brought) { answer = brought; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
            return refused(QStringLiteral("no answer"));
        return *answer;
    }

private slots:
    void whatWasJustWrittenGoesWithIt()
    {
        Room room;
        const IncidentId incident = room.declare();
        for (int i = 0; i < 50; ++i)
            QVERIFY(room.log(QStringLiteral("Entry %1").arg(i)));
        double told = 0;
        const Result<BundleSent> sent =
            send(room, incident, room.folder.filePath(QStringLiteral("a.qdz")), [&told](double share) { told = std::max(told, share); });
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().sentence));
        QCOMPARE(sent->events, qint64(room.session->events().size()));
        QVERIFY(sent->sentence().contains(QStringLiteral("of 1 console")));
    }

    void whatCameInIsOnTheBoardAndOpens()
    {
        Room closed;
        const IncidentId incident = closed.declare(QStringLiteral("P1"), QStringLiteral("Payments hang"));
        QVERIFY(closed.log(QStringLiteral("The queue is full")));
        const QString file = closed.folder.filePath(QStringLiteral("a.qdz"));
        QVERIFY(send(closed, incident, file));
        Room outside(QStringLiteral("Ana"), at("16:00"));
        outside.session->start();
        QSignalSpy board(outside.session.get(), &IncidentSession::boardChanged);
        const Result<BundleBrought> brought = bringIn(outside, file);
        QVERIFY2(brought, qPrintable(brought ? QString() : brought.error().sentence));
        QTRY_VERIFY(!outside.session->board().empty());
        QCOMPARE(outside.session->board().front().id, incident);
        outside.session->open(incident);
        QTRY_VERIFY(outside.session->hasIncident());
        const TimelineEntry &last = outside.session->incident().entries.constLast();
        QVERIFY2(last.text.startsWith(QStringLiteral("Brought in from a bundle: ")), qPrintable(last.text));
        QCOMPARE(last.author, QStringLiteral("Ana"));
        QCOMPARE(last.id, brought->entry);
    }

    void theOpenIncidentGrowsWhereItStands()
    {
        Room closed;
        const IncidentId incident = closed.declare();
        const QString file = closed.folder.filePath(QStringLiteral("a.qdz"));
        QVERIFY(send(closed, incident, file));
        Room outside(QStringLiteral("Ana"), at("16:00"));
        outside.session->start();
        QVERIFY(bringIn(outside, file));
        outside.session->open(incident);
        QTRY_VERIFY(outside.session->hasIncident());
        QVERIFY(closed.log(QStringLiteral("Later, in the closed network")));
        QVERIFY(send(closed, incident, file));
        QVERIFY(bringIn(outside, file));
        const auto isThere = [&outside] {
            const QList<TimelineEntry> &entries = outside.session->incident().entries;
            return std::any_of(entries.begin(), entries.end(),
                               [](const TimelineEntry &entry) { return entry.text == QStringLiteral("Later, in the closed network"); });
        };
        QTRY_VERIFY(isThere());
    }

    void oneAtATimeAndItCanBeStopped()
    {
        Room room;
        const IncidentId incident = room.declare();
        const QString file = room.folder.filePath(QStringLiteral("a.qdz"));
        std::optional<Result<BundleSent>> first;
        room.session->bundles().send(incident, file, {}, [&first](const Result<BundleSent> &sent) { first = sent; });
        QVERIFY(!send(room, incident, file)); // while the first is on its way
        room.session->bundles().cancel();
        QTRY_VERIFY(first.has_value());
        QVERIFY(!*first);
        QVERIFY(!QFile::exists(file));
        QVERIFY(send(room, incident, file)); // and then the next may go
    }

    void aBadFileIsToldWhole()
    {
        Room room;
        room.declare();
        const QString file = room.folder.filePath(QStringLiteral("bad.qdz"));
        QFile bad(file);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("no bundle");
        bad.close();
        const Result<BundleBrought> brought = bringIn(room, file);
        QVERIFY(!brought);
        QCOMPARE(brought.error().code, ErrorCode::BadInput);
        QVERIFY(brought.error().sentence.startsWith(file));
    }

    void theWindowMayCloseMeanwhile()
    {
        auto room = std::make_unique<Room>();
        const IncidentId incident = room->declare();
        bool answered = false;
        room->session->bundles().send(incident, room->folder.filePath(QStringLiteral("a.qdz")), {},
                                      [&answered](const Result<BundleSent> &) { answered = true; });
        room.reset();
        QTest::qWait(50);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestBundleTransfer)
#include "tst_bundletransfer.moc"
