// Pictures and files on the record: stored by what they hold, named by an event, nothing lost on the way.
#include "models/core/kinds.h"
#include "tests/support/room.h"

using namespace qd;
using namespace qd::test;

namespace {

const QString png = QStringLiteral("image/png");

Attachment kept(Room &room, const QByteArray &content, const QString &name)
{
    std::optional<Attachment> answer;
    room.session->keepAttachment(content, name, png, [&answer](const Result<Attachment> &result) { answer = result.value_or(Attachment{}); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000))
        qFatal("the content is not stored");
    return *answer;
}

std::optional<QByteArray> loaded(Room &room, const QString &sha256)
{
    std::optional<Result<QByteArray>> answer;
    room.session->loadAttachment(sha256, [&answer](const Result<QByteArray> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000))
        qFatal("the content does not come");
    return *answer ? std::optional(**answer) : std::nullopt;
}

} // namespace

class AttachmentsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileBelongsToTheIncident()
    {
        Room room;
        room.declare();
        std::optional<Result<EventId>> done;
        room.session->attach("graph", QStringLiteral("graph.png"), png, {}, [&done](const Result<EventId> &result) { done = result; });
        QVERIFY(!done); // the window did not wait for the disk
        QTRY_VERIFY(done && *done);
        QCOMPARE(room.session->incident().entries.back().text, QStringLiteral("Attached graph.png"));
        QCOMPARE(room.session->incident().attachments.back().size, 5);
        QCOMPARE(loaded(room, room.session->incident().attachments.back().sha256), QByteArray("graph"));
        QVERIFY(room.settled());
    }

    void aPictureBelongsToTheEntryItCameWith()
    {
        Room room;
        room.declare();
        const Attachment graph = kept(room, "graph", QStringLiteral("graph.png"));
        command::LogEntry entry;
        entry.text = QStringLiteral("errors since the deployment");
        const Result<EventId> logged = room.session->log(entry, {graph});
        QVERIFY(logged);
        const TimelineEntry shown = room.session->incident().entries.back();
        QCOMPARE(shown.id, *logged);
        QCOMPARE(shown.attachments, QStringList{graph.sha256});
        QCOMPARE(room.session->incident().attachments.back().name, QStringLiteral("graph.png"));
        QCOMPARE(room.session->incident().attachments.back().entry, *logged);
        QVERIFY(room.settled());
        QCOMPARE(room.journal->events(room.session->incident().id)->size(), 3u);
    }

    void aPictureAloneIsAnEntry()
    {
        Room room;
        room.declare();
        QVERIFY(room.session->log({}, {kept(room, "graph", QStringLiteral("graph.png"))}));
        QCOMPARE(room.session->incident().entries.back().attachments.size(), 1);
        QVERIFY(room.settled());
    }

    void undoTakesTheEntryWithItsPicturesInOneStep()
    {
        Room room;
        room.declare();
        const Attachment one = kept(room, "one", QStringLiteral("one.png"));
        const Attachment two = kept(room, "two", QStringLiteral("two.png"));
        command::LogEntry entry;
        entry.text = QStringLiteral("before and after");
        const Result<EventId> logged = room.session->log(entry, {one, two});
        QCOMPARE(room.session->undoable()->event, *logged);
        QVERIFY(room.session->undo());
        QVERIFY(room.session->incident().entry(*logged)->undone);
        QVERIFY(!room.session->undoable());
        QVERIFY(room.session->redo());
        QVERIFY(!room.session->incident().entry(*logged)->undone);
        QVERIFY(room.settled());
    }

    void whatIsAddedLaterIsAStepOfItsOwn()
    {
        Room room;
        room.declare();
        const Result<EventId> logged = room.log(QStringLiteral("errors since the deployment"));
        room.clock.advance(std::chrono::minutes(1));
        std::optional<Result<EventId>> done;
        room.session->attach("graph", QStringLiteral("graph.png"), png, *logged, [&done](const Result<EventId> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QCOMPARE(room.session->incident().entry(*logged)->attachments.size(), 1);
        QCOMPARE(room.session->undoable()->kind, QString::fromLatin1(kinds::attachmentAdded));
        QVERIFY(room.settled());
    }

    void itStaysWithTheIncidentThatWasOpen()
    {
        Room room;
        const IncidentId first = room.declare();
        std::optional<Result<EventId>> done;
        room.session->attach("graph", QStringLiteral("graph.png"), png, {}, [&done](const Result<EventId> &result) { done = result; });
        room.declare(QStringLiteral("P2"), QStringLiteral("Invoices without a logo"));
        QTRY_VERIFY(done && *done);
        QVERIFY(room.session->incident().attachments.empty());
        QVERIFY(room.settled());
        QCOMPARE(room.journal->events(first)->back().kind, QString::fromLatin1(kinds::attachmentAdded));
    }

    void whatCannotBeAttachedSaysWhy()
    {
        Room room;
        QStringList sentences;
        const auto note = [&sentences](const Result<EventId> &result) { sentences << (result ? QString() : result.error().sentence); };
        room.session->attach("graph", QStringLiteral("graph.png"), png, {}, note);
        room.declare();
        room.session->attach({}, QStringLiteral("graph.png"), png, {}, note);
        room.session->attach(QByteArray(largestAttachment + 1, 'x'), QStringLiteral("heap.dump"), png, {}, note);
        QCOMPARE(sentences,
                 (QStringList{QStringLiteral("graph.png cannot be attached: no incident is open"),
                              QStringLiteral("graph.png cannot be attached: it is empty"),
                              QStringLiteral("heap.dump cannot be attached: it is larger than 64 MB; keep it elsewhere and log where it is")}));
        QVERIFY(room.settled());
    }

    void whatWasTakenOutOfTheLineIsForgottenUnlessItIsNamed()
    {
        Room room;
        room.declare();
        const Attachment secret = kept(room, "a password", QStringLiteral("secret.png"));
        const Attachment graph = kept(room, "graph", QStringLiteral("graph.png"));
        QVERIFY(room.session->log({}, {graph}));
        room.session->forgetAttachment(secret.sha256);
        room.session->forgetAttachment(graph.sha256);
        QVERIFY(room.settled());
        QTRY_VERIFY(!loaded(room, secret.sha256));
        QCOMPARE(loaded(room, graph.sha256), QByteArray("graph"));
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "tst_attachments.moc"
