// A document written while the window goes on: whole or not at all.
#include "tests/support/room.h"

#include <QSemaphore>
#include <QThreadPool>

using namespace qd;
using namespace qd::test;

namespace {

struct Told
{
    std::optional<Result<void>> result;
    std::vector<double> shares;
};

void start(Room &room, Told &told, const ExportWish &wish)
{
    room.session->exportDocument(
        wish, [&told](double share) { told.shares.push_back(share); }, [&told](const Result<void> &done) { told.result = done; });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class DocumentExportTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsWrittenBesideTheWindow()
    {
        Room room;
        room.declare();
        QVERIFY(room.log(QStringLiteral("Replica lag is 40 s")));
        Told told;
        const QString path = room.folder.filePath(QStringLiteral("out.md"));
        start(room, told, {review::DocumentKind::Postmortem, {}, review::Edition::Internal, path});
        QVERIFY(!told.result); // the window did not wait
        QTRY_VERIFY(told.result);
        QVERIFY2(*told.result, told.result->has_value() ? "" : qPrintable(told.result->error().sentence));
        QVERIFY(contentOf(path).contains("Replica lag is 40 s"));
        QVERIFY(std::is_sorted(told.shares.begin(), told.shares.end()));
    }

    void stoppedItLeavesWhatWasThere()
    {
        Room room;
        room.declare();
        const QString path = room.folder.filePath(QStringLiteral("out.md"));
        put(path, "the one from yesterday");
        QSemaphore busy; // the machine has better to do, so that the stop comes first
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([&busy] { busy.acquire(); });
        Told told;
        start(room, told, {review::DocumentKind::Postmortem, {}, review::Edition::Internal, path});
        room.session->cancelExport();
        busy.release();
        QTRY_VERIFY(told.result);
        QThreadPool::globalInstance()->setMaxThreadCount(2);
        QVERIFY(!*told.result);
        QVERIFY(told.result->error().sentence.contains(QLatin1String("stopped")));
        QCOMPARE(contentOf(path), QByteArray("the one from yesterday"));
    }

    void whereItCannotBeWrittenNothingIsLost()
    {
        Room room;
        room.declare();
        Told told;
        start(room, told,
              {review::DocumentKind::Agenda, QStringLiteral("html"), review::Edition::Internal,
               room.folder.filePath(QStringLiteral("no/such/out.html"))});
        QTRY_VERIFY(told.result);
        QVERIFY(!*told.result);
        QVERIFY(told.result->error().sentence.contains(QLatin1String("choose another place")));
    }

    void oneAtATime()
    {
        Room room;
        room.declare();
        Told first;
        Told second;
        start(room, first, {review::DocumentKind::Briefing, {}, review::Edition::Internal, room.folder.filePath(QStringLiteral("a.md"))});
        start(room, second, {review::DocumentKind::Briefing, {}, review::Edition::Internal, room.folder.filePath(QStringLiteral("b.md"))});
        QVERIFY(second.result && !*second.result);
        QVERIFY(second.result->error().sentence.contains(QLatin1String("another document")));
        QTRY_VERIFY(first.result && *first.result);
    }

    void anEndingThatIsNoneOfOurs()
    {
        Room room;
        room.declare();
        Told told;
        start(room, told,
              {review::DocumentKind::Postmortem, {}, review::Edition::Internal, room.folder.filePath(QStringLiteral("out.xyz"))});
        QVERIFY(told.result && !*told.result);
        QVERIFY(told.result->error().sentence.contains(QLatin1String(".docx")));
    }

    void theWindowMayGoMeanwhile()
    {
        Room room;
        room.declare();
        Told told;
        start(room, told,
              {review::DocumentKind::Postmortem, {}, review::Edition::Internal, room.folder.filePath(QStringLiteral("out.html"))});
        room.session.reset();
        QVERIFY(!told.result);
        QThreadPool::globalInstance()->waitForDone();
    }

    void whatIsNotInstalledIsSaidInTheMenu()
    {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const std::vector<ExportChoice> choices = IncidentSession::exportChoices();
        qputenv("PATH", before);
        QCOMPARE(choices.size(), size_t(6));
        for (const ExportChoice &choice : choices) {
            const bool needsPandoc = choice.format == QLatin1String("odt") || choice.format == QLatin1String("docx");
            QCOMPARE(choice.problem.contains(QLatin1String("install the package pandoc")), needsPandoc);
        }
    }
};

QTEST_MAIN(DocumentExportTest)
#include "tst_documentexport.moc"
