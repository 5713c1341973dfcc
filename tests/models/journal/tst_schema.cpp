// The file's schema: fresh, brought up to date, newer, broken; and the backups that are made on the way.
#include "models/journal/filecheck.h"
#include "models/journal/schema.h"
#include "models/journal/sqlfiles.h"
#include "models/journal/statement.h"
#include "tests/models/journal/rawfile.h"

using namespace qd;
using namespace qd::test;

namespace {

const QString allTables = QStringLiteral("SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_master ORDER BY 1");

// A file as the first version of the program wrote it, with what `path` holds.
void makeOldFile(const QString &oldPath, const QString &path)
{
    const auto connection = openRaw(oldPath);
    must(connection->run(QStringLiteral("PRAGMA application_id = %1").arg(journal::applicationId)));
    must(journal::migrate(*connection, 1));
    must(connection->run(QStringLiteral("ATTACH '%1' AS now").arg(path)));
    for (const char *table : {"meta", "event", "attachment"})
        must(connection->run(QStringLiteral("INSERT OR REPLACE INTO main.%1 SELECT * FROM now.%1").arg(QLatin1String(table))));
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void migrationsAreNumberedWithoutGaps();
    void everyStatementIsUnderstood();
    void statementsUseTheirIndexes();
    void aFreshFileIsOfTheNewestVersion();
    void anOldFileIsBroughtUpToDate();
    void theFileIsKeptBeforeItIsBroughtUpToDate();
    void aBrokenMigrationLeavesTheFileAsItWas();
    void aNewerFileIsReadOnly();
    void aFileFromAFarFutureIsRefused();
    void everyDayHasItsBackup();
    void aBackupOpens();
    void aBackupOverwritesNothing();

private:
    [[nodiscard]] QString file(const char *name = "room.db") const { return m_folder->filePath(QLatin1String(name)); }
    void tell(const QString &path) const
    {
        JournalStory story(path);
        const IncidentId incident = story.declare(QStringLiteral("Checkout returns 503"));
        story.log(incident, QStringLiteral("rolled back"));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSchema::migrationsAreNumberedWithoutGaps()
{
    int version = 0;
    for (const journal::Migration &migration : journal::migrations()) {
        QCOMPARE(migration.version, ++version);
        QVERIFY(!migration.statements.isEmpty());
    }
}

void TestSchema::everyStatementIsUnderstood()
{
    tell(file());
    const auto connection = openRaw(file());
    const QStringList names = journal::statementNames();
    QVERIFY(names.size() > 30);
    for (const QString &name : names) {
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        QVERIFY2(query.prepare(journal::statementText(name.toLatin1().constData())), qPrintable(name));
    }
}

void TestSchema::statementsUseTheirIndexes()
{
    tell(file());
    const auto connection = openRaw(file());
    const std::pair<const char *, const char *> expected[] = {
        {"121_events_of_incident", "place"}, {"124_course_of_incident", "event_course"}, {"125_corrections_of_incident", "event_course"},
        {"104_redactions", "event_course"},  {"404_attached_to_entry", "event_course"},  {"221_ref_taken", "incident_ref"}};
    for (const auto &[name, index] : expected) {
        QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
        const QString text = journal::statementText(name).replace(QLatin1Char('?'), QStringLiteral("x''"));
        QVERIFY(query.exec(QStringLiteral("EXPLAIN QUERY PLAN ") + text));
        QStringList plan;
        while (query.next())
            plan << query.value(3).toString();
        QVERIFY2(plan.join(QLatin1Char('\n')).contains(QLatin1String(index)), qPrintable(plan.join(QLatin1Char('\n'))));
        QVERIFY2(!plan.join(QLatin1Char('\n')).contains(QLatin1String("TEMP B-TREE")), name);
    }
}

void TestSchema::aFreshFileIsOfTheNewestVersion()
{
    tell(file());
    const auto connection = openRaw(file());
    QCOMPARE(must(journal::schemaVersion(*connection)), journal::newestVersion());
    QCOMPARE(must(connection->value(QStringLiteral("PRAGMA application_id"))).toUInt(), journal::applicationId);
    QCOMPARE(must(connection->value(QStringLiteral("PRAGMA journal_mode"))).toString(), QStringLiteral("wal"));
    QCOMPARE(must(connection->value(QStringLiteral("PRAGMA synchronous"))).toInt(), 2);
    QCOMPARE(must(connection->value(QStringLiteral("PRAGMA foreign_keys"))).toInt(), 1);
}

void TestSchema::anOldFileIsBroughtUpToDate()
{
    tell(file("now.db"));
    makeOldFile(file("old.db"), file("now.db"));
    {
        JournalStory story(file("old.db"));
        QCOMPARE(must(story.journal().incidents()), must(openJournal(file("now.db"))->incidents()));
        QCOMPARE(story.found(QStringLiteral("rolled")), QStringList{QStringLiteral("rolled back")});
        story.log(must(story.journal().resolve(QStringLiteral("last"))), QStringLiteral("and it goes on"));
        QVERIFY(must(story.journal().verify()).sound());
    }
    QCOMPARE(rows(file("old.db"), allTables), rows(file("now.db"), allTables));
}

void TestSchema::theFileIsKeptBeforeItIsBroughtUpToDate()
{
    tell(file("now.db"));
    makeOldFile(file("old.db"), file("now.db"));
    openJournal(file("old.db"));
    const QDir backups(file("old.db.backups"));
    const QStringList kept = backups.entryList({QStringLiteral("old.before-version-%1.2026-11-21.db").arg(journal::newestVersion())});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(must(journal::schemaVersion(*openRaw(backups.filePath(kept.front())))), 1);
    QCOMPARE(rows(backups.filePath(kept.front()), QStringLiteral("SELECT count(*) AS line FROM event")), QStringList{QStringLiteral("2")});
}

void TestSchema::aBrokenMigrationLeavesTheFileAsItWas()
{
    tell(file("now.db"));
    makeOldFile(file("old.db"), file("now.db"));
    harm(file("old.db"), QStringLiteral("CREATE TABLE incident (in_the_way INTEGER)"));
    const QStringList before = rows(file("old.db"), allTables);
    const auto opened = Journal::open(file("old.db"), {false, true, at("14:00"), {}});
    QCOMPARE(opened.error().code, ErrorCode::Storage);
    QCOMPARE(rows(file("old.db"), allTables), before);
    QCOMPARE(must(journal::schemaVersion(*openRaw(file("old.db")))), 1);
}

void TestSchema::aNewerFileIsReadOnly()
{
    tell(file());
    harm(file(), QStringLiteral("PRAGMA user_version = %1").arg(journal::newestVersion() + 1));
    const QByteArray before = bytesOf(file());
    {
        const auto journal = openJournal(file());
        QVERIFY(journal->isReadOnly());
        QVERIFY(journal->readOnlyReason().contains(QStringLiteral("newer version")));
        QCOMPARE(must(journal->incidents()).size(), 1u);
        const auto events = must(journal->eventsAfter(0));
        QCOMPARE(journal->appendNow(events).error().sentence, journal->readOnlyReason());
    }
    QCOMPARE(bytesOf(file()), before);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void TestSchema::aFileFromAFarFutureIsRefused()
{
    tell(file());
    harm(file(), QStringLiteral("PRAGMA user_version = 90"));
    harm(file(), QStringLiteral("UPDATE meta SET value = '80' WHERE key = 'min_compatible'"));
    const QByteArray before = bytesOf(file());
    const auto opened = Journal::open(file(), {false, true, at("14:00"), {}});
    QCOMPARE(opened.error().code, ErrorCode::Storage);
    QVERIFY(opened.error().sentence.contains(QStringLiteral("install the newer version")));
    QCOMPARE(bytesOf(file()), before);
}

void TestSchema::everyDayHasItsBackup()
{
    tell(file());
    const auto openOn = [this](int day) { openJournal(file(), {false, true, at("14:00") + std::chrono::days(day), file("kept")}); };
    openOn(0);
    QCOMPARE(filesIn(file("kept")), QStringList{QStringLiteral("room.2026-11-21.db")});
    openOn(1); // nothing new since
    QCOMPARE(filesIn(file("kept")).size(), 1);
    for (int day = 2; day < 12; ++day) {
        tell(file());
        openOn(day);
        openOn(day);
    }
    QCOMPARE(filesIn(file("kept")).size(), 7);
    QCOMPARE(filesIn(file("kept")).front(), QStringLiteral("room.2026-11-26.db"));
    QCOMPARE(filesIn(file("kept")).back(), QStringLiteral("room.2026-12-02.db"));
    QVERIFY(must(openJournal(file("kept/room.2026-12-02.db"))->verify()).sound());
}

void TestSchema::aBackupOpens()
{
    JournalStory story(file());
    const IncidentId incident = story.declare(QStringLiteral("Checkout"));
    story.log(incident, QStringLiteral("before the backup"));
    must(story.journal().backup(file("copy.db")));
    story.log(incident, QStringLiteral("after it"));
    JournalStory copy(file("copy.db"));
    QCOMPARE(must(copy.journal().events(incident)).size(), 2u);
    QCOMPARE(copy.found(QStringLiteral("before")).size(), 1);
    copy.log(incident, QStringLiteral("it can be written, too"));
    QVERIFY(must(copy.journal().verify()).sound());
}

void TestSchema::aBackupOverwritesNothing()
{
    JournalStory story(file());
    story.declare(QStringLiteral("Checkout"));
    QFile precious(file("precious.txt"));
    QVERIFY(precious.open(QIODevice::WriteOnly) && precious.write("mine") == 4);
    precious.close();
    QVERIFY(story.journal().backup(precious.fileName()).error().sentence.contains(QStringLiteral("not overwritten")));
    QCOMPARE(bytesOf(precious.fileName()), QByteArrayLiteral("mine"));
    QVERIFY(story.journal().backup(file("no/such/folder.db")).error().sentence.contains(QStringLiteral("does not exist")));
    QVERIFY(!story.journal().backup(file()));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
