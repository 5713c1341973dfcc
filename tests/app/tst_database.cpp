// A database that cannot be used: a clear error, exit code 4, and the file is left as it was.
#include "tests/app/terminal.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace qd::test;

namespace {

constexpr char secondEntry[] = "log last \"Second look\"";

void startRoom(const Terminal &room)
{
    QCOMPARE(room.run(QStringLiteral("incident declare --severity P0 --title Halt")).code, int(Done));
    QCOMPARE(room.run(QStringLiteral("log last \"First look\"")).code, int(Done));
}

bool settle(const QString &database, const QString &statement) // and leaves the file whole, without a log beside it
{
    bool done = false;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(database);
        done = db.open() && QSqlQuery(db).exec(statement) && QSqlQuery(db).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return done;
}

void isRefused(const Outcome &outcome)
{
    QCOMPARE(outcome.code, int(Storage));
    QVERIFY2(outcome.complainsOnly(), qPrintable(outcome.err + outcome.out));
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void thatIsNotThere()
    {
        const Terminal room;
        const Outcome outcome = room.run(QStringLiteral("incident list"));
        isRefused(outcome);
        QVERIFY2(outcome.err.contains(QStringLiteral("incident declare")), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(room.database()));
    }

    void whoseNameIsEmpty()
    {
        const Terminal room;
        QCOMPARE(room.runBare({QStringLiteral("--db"), QString(), QStringLiteral("incident"), QStringLiteral("list")}).code, int(Usage));
    }

    void aRefusedDeclarationMakesNone()
    {
        const Terminal room;
        QCOMPARE(room.run(QStringLiteral("incident declare --severity P9 --title T")).code, int(Refused));
        QVERIFY(!QFile::exists(room.database()));
    }

    void thatIsATextFile()
    {
        const Terminal room;
        const QByteArray text = QByteArray("Dear diary, today the site was down.\n").repeated(50);
        room.write(QStringLiteral("room.db"), text);
        isRefused(room.run(QLatin1String(secondEntry)));
        isRefused(room.run(QStringLiteral("incident declare --severity P0 --title T")));
        QCOMPARE(room.read(QStringLiteral("room.db")), text);
    }

    void thatIsAFolder()
    {
        const Terminal room;
        QVERIFY(QDir().mkpath(room.database()));
        isRefused(room.run(QStringLiteral("incident list")));
        isRefused(room.run(QStringLiteral("incident declare --severity P0 --title T")));
        QVERIFY(QDir(room.database()).isEmpty());
    }

    void thatIsTruncated()
    {
        const Terminal room;
        startRoom(room);
        QVERIFY(settle(room.database(), QStringLiteral("SELECT 1")));
        const QByteArray half = room.read(QStringLiteral("room.db")).left(8192 + 512);
        room.write(QStringLiteral("room.db"), half);
        isRefused(room.run(QLatin1String(secondEntry)));
        isRefused(room.run(QStringLiteral("incident list")));
        QCOMPARE(room.read(QStringLiteral("room.db")), half);
    }

    void thatANewerVersionWrote()
    {
        const Terminal room;
        startRoom(room);
        QVERIFY(settle(room.database(), QStringLiteral("PRAGMA user_version = 9999")));
        const Outcome outcome = room.run(QLatin1String(secondEntry));
        isRefused(outcome);
        QVERIFY2(outcome.err.contains(QStringLiteral("newer")), qPrintable(outcome.err));
        QCOMPARE(room.array(QStringLiteral("timeline last --kind note")).size(), 1);
    }

    void thatMustNotBeWritten()
    {
        const Terminal room;
        startRoom(room);
        QVERIFY(settle(room.database(), QStringLiteral("SELECT 1")));
        const QByteArray before = room.read(QStringLiteral("room.db"));
        QVERIFY(chmod(QFile::encodeName(room.database()).constData(), 0444) == 0);
        QVERIFY(chmod(QFile::encodeName(room.path(QString())).constData(), 0555) == 0);
        const auto powerless = [] { // root may write everything, unless its programs get none of its powers
            if (geteuid() == 0 && prctl(PR_SET_SECUREBITS, SECBIT_NOROOT) != 0)
                _exit(99);
        };
        isRefused(room.runWords(QProcess::splitCommand(QString(QLatin1String(secondEntry))), powerless));
        QCOMPARE(room.runWords({QStringLiteral("incident"), QStringLiteral("list")}, powerless).code, int(Done));
        QVERIFY(chmod(QFile::encodeName(room.path(QString())).constData(), 0755) == 0);
        QCOMPARE(room.read(QStringLiteral("room.db")), before);
    }

    // A limit on the size of files stands for a disk that takes no more.
    void onAFullDisk()
    {
        const Terminal room;
        startRoom(room);
        QVERIFY(settle(room.database(), QStringLiteral("SELECT 1")));
        const rlim_t size = static_cast<rlim_t>(QFileInfo(room.database()).size());
        const auto limited = [size] {
            const rlimit limit{size / 2, size / 2};
            signal(SIGXFSZ, SIG_IGN);
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
                _exit(99);
        };
        isRefused(room.runWords({QStringLiteral("log"), QStringLiteral("last"), QStringLiteral("a long story ").repeated(9000)}, limited));
        QCOMPARE(room.array(QStringLiteral("timeline last --kind note")).size(), 1);
        QCOMPARE(room.run(QLatin1String(secondEntry)).code, int(Done));
        QCOMPARE(room.run(QStringLiteral("verify")).code, int(Done));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
