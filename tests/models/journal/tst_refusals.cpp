// What cannot be opened or written: a clear word, the file as it was, nothing left beside it.
#include "models/journal/store.h"
#include "tests/models/journal/rawfile.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace qd;
using namespace qd::test;

class TestRefusals : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { ::chmod(QFile::encodeName(m_folder->path()).constData(), 0700); }
    void aFileThatIsNotOurs_data();
    void aFileThatIsNotOurs();
    void aDatabaseOfAnotherProgram();
    void aTruncatedFile();
    void aFileWithGarbageInIt();
    void aFolder();
    void aFileThatIsNotThere();
    void aFolderThatIsNotThere();
    void aReadOnlyFile();
    void aReadOnlyFolder();
    void anUnreadableFile();
    void anEmptyFileBecomesADatabase();
    void aFullDisk();
    void aDiskThatRefuses();
    void aFullDiskWhereTheFileIsMade();

private:
    [[nodiscard]] QString file(const char *name = "room.db") const { return m_folder->filePath(QLatin1String(name)); }
    void write(const QByteArray &bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
    IncidentId tell(int entries = 1) const
    {
        JournalStory story(file());
        const IncidentId incident = story.declare(QStringLiteral("Checkout"));
        for (int i = 0; i < entries; ++i)
            story.log(incident, QStringLiteral("entry %1").arg(i));
        return incident;
    }
    // Opened for writing, it is refused and left.
    [[nodiscard]] QString refusal(bool create = true) const
    {
        const QByteArray before = bytesOf(file());
        const QStringList around = filesIn(m_folder->path());
        const auto opened = Journal::open(file(), {false, create, at("14:00"), {}});
        if (opened || opened.error().code != ErrorCode::Storage)
            return QStringLiteral("it was opened");
        if (bytesOf(file()) != before || filesIn(m_folder->path()) != around)
            return QStringLiteral("it was touched");
        return opened.error().sentence;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRefusals::aFileThatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a letter") << QByteArrayLiteral("Dear Dana,\nthis is no database.\n");
    QTest::newRow("one byte") << QByteArrayLiteral("S");
    QTest::newRow("long") << QByteArray(100000, 'x');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestRefusals::aFileThatIsNotOurs()
{
    QFETCH(QByteArray, content);
    write(content);
    QVERIFY2(refusal().contains(QStringLiteral("is not a Quarterdeck database; name another file")), qPrintable(refusal()));
}

void TestRefusals::aDatabaseOfAnotherProgram()
{
    harm(file(), QStringLiteral("CREATE TABLE recipes (name TEXT)"));
    QVERIFY2(refusal().contains(QStringLiteral("another program")), qPrintable(refusal()));
}

void TestRefusals::aTruncatedFile()
{
    tell(50);
    const QByteArray whole = bytesOf(file());
    for (const qint64 length : {whole.size() - 1, whole.size() / 2, qint64(4096), qint64(1000), qint64(50)}) {
        write(whole.left(length));
        QVERIFY2(refusal().contains(QStringLiteral("salvage")), qPrintable(QStringLiteral("%1: %2").arg(length).arg(refusal())));
    }
}

void TestRefusals::aFileWithGarbageInIt()
{
    tell(50);
    QByteArray bytes = bytesOf(file());
    bytes.replace(5 * 4096, 4096, QByteArray(4096, '\x5a'));
    write(bytes);
    QVERIFY2(refusal().contains(QStringLiteral("is damaged and was left as it is")), qPrintable(refusal()));
}

void TestRefusals::aFolder()
{
    QVERIFY(QDir().mkdir(file()));
    QVERIFY2(refusal().contains(QStringLiteral("is a folder")), qPrintable(refusal()));
}

void TestRefusals::aFileThatIsNotThere()
{
    QVERIFY2(refusal(false).contains(QStringLiteral("there is no database at")), qPrintable(refusal(false)));
    QVERIFY(!Journal::open(file(), {true, true, at("14:00"), {}})); // to read, none is made
    QVERIFY(!QFileInfo::exists(file()));
}

void TestRefusals::aFolderThatIsNotThere()
{
    const auto opened = Journal::open(file("no/such/room.db"), {false, true, at("14:00"), {}});
    QVERIFY(opened.error().sentence.contains(QStringLiteral("does not exist")));
    QVERIFY(filesIn(m_folder->path()).isEmpty());
}

void TestRefusals::aReadOnlyFile()
{
    const IncidentId incident = tell();
    QVERIFY(QFile(file()).setPermissions(QFile::ReadOwner));
    const QByteArray before = bytesOf(file());
    {
        const auto journal = openJournal(file());
        QVERIFY(journal->readOnlyReason().contains(QStringLiteral("is read-only")));
        const auto events = must(journal->events(incident));
        QCOMPARE(events.size(), 2u);
        QCOMPARE(journal->appendNow(events).error().code, ErrorCode::Storage);
    }
    QCOMPARE(bytesOf(file()), before);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void TestRefusals::aReadOnlyFolder()
{
    tell();
    QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0500) == 0);
    const auto created = Journal::open(file("other.db"), {false, true, at("14:00"), {}});
    QVERIFY2(created.error().sentence.contains(QStringLiteral("is read-only")), qPrintable(created.error().sentence));
    QVERIFY(openJournal(file())->isReadOnly());
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("room.db")});
}

void TestRefusals::anUnreadableFile()
{
    tell();
    QVERIFY(QFile(file()).setPermissions(QFile::Permissions()));
    const auto opened = Journal::open(file(), {false, true, at("14:00"), {}});
    QVERIFY2(opened.error().sentence.contains(QStringLiteral("read permission")), qPrintable(opened.error().sentence));
}

void TestRefusals::anEmptyFileBecomesADatabase()
{
    write({});
    tell();
    QCOMPARE(openJournal(file())->position(), 2);
}

void TestRefusals::aFullDisk()
{
    const IncidentId incident = tell();
    {
        const auto store = must(journal::Store::open([this] {
            journal::StoreSettings settings;
            settings.path = file();
            return settings;
        }()));
        const qint64 pages = must(store->connection().value(QStringLiteral("PRAGMA page_count"))).toLongLong();
        must(store->connection().run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 2)));
        Recorder recorder(store->settings().console, QStringLiteral("Dana"));
        const auto log = [&](const QString &text) {
            return store->append(
                recorder.record({{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), text}}, at("14:10")}}, at("14:10")));
        };
        const auto refused = log(QString(100000, QLatin1Char('x')));
        QVERIFY2(refused.error().sentence.contains(QStringLiteral("the disk is full and nothing was written")),
                 qPrintable(refused.error().sentence));
        QVERIFY(log(QStringLiteral("a short one still fits")));
    }
    const auto journal = openJournal(file());
    QCOMPARE(must(journal->events(incident)).size(), 3u);
    QVERIFY(must(journal->verify()).sound());
}

void TestRefusals::aDiskThatRefuses()
{
    const IncidentId incident = tell();
    JournalStory story(file());
    const auto events = story.record(
        {{incident, QStringLiteral("entry.logged"), {{QStringLiteral("text"), QString(3000000, QLatin1Char('x'))}}, story.now()}});
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{1 << 20, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    const auto refused = story.journal().appendNow(events);
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Storage);
    QVERIFY2(refused.error().sentence.contains(QStringLiteral("try again")), qPrintable(refused.error().sentence));
    QCOMPARE(must(story.journal().events(incident)).size(), 2u);
    QVERIFY(story.journal().appendNow(events)); // there is room again
    QVERIFY(must(story.journal().verify()).sound());
}

void TestRefusals::aFullDiskWhereTheFileIsMade()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{20000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    const auto opened = Journal::open(file(), {false, true, at("14:00"), {}});
    ::setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(opened.error().code, ErrorCode::Storage);
    QVERIFY(filesIn(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
