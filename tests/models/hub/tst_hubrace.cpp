// The order of the log, whoever is late; and a server that lost the end of it.
#include <QSqlError>
#include <QSqlQuery>

#include <future>

#include "tests/models/hub/hubroom.h"

using namespace qd;
using namespace qd::test;

namespace {

// Nobody holds the counter any more: numbers are given out as they are asked for, and the second may be there before the first.
const char withoutTheLock[] =
    "CREATE SEQUENCE quarterdeck.numbers INCREMENT 1000 START 1000; GRANT ALL ON quarterdeck.numbers TO PUBLIC; UPDATE quarterdeck.counter "
    "SET last = 1000000000;"
    "CREATE RULE still AS ON UPDATE TO quarterdeck.counter DO INSTEAD NOTHING;"
    "CREATE OR REPLACE FUNCTION quarterdeck.take_counter() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('quarterdeck.numbers') $$";

QString first(const QString &sql, QSqlDatabase database)
{
    QSqlQuery query(database);
    return query.exec(sql) && query.next() ? query.value(0).toString() : query.lastError().text();
}

} // namespace

class HubRaceTest : public QObject
{
    Q_OBJECT

private:
    // Dana's push is committed after Sam's began; Olga reads in between and afterwards. What she has read in the end, in her order.
    static QString readAroundALateCommit(HubRoom &room, bool expectToWait)
    {
        Chain dana, sam;
        sam.author = QStringLiteral("Sam");
        room.push("dana", {dana.declared()});
        sam.incident = dana.incident;
        QString cursor;
        QString read = room.pulled("olga", &cursor) + QLatin1Char('\n');

        QSqlDatabase late = room.connection(QStringLiteral("dana"));
        late.transaction();
        if (first(pushSql({dana.entry(QStringLiteral("late"))}), late) != QLatin1String("kept"))
            qFatal("the late one is not taken");
        const QString quickly = pushSql({sam.entry(QStringLiteral("quick"))});
        std::future<Answer> quick = std::async(std::launch::async, [&room, &quickly] { return room.ask("sam", quickly); });
        const QString waiting =
            QStringLiteral("SELECT count(*) FROM pg_locks WHERE relation = 'quarterdeck.counter'::regclass AND NOT granted");
        while (expectToWait && room.must("postgres", waiting) == QLatin1String("0")) { }
        if (!expectToWait)
            quick.wait();
        read += room.pulled("olga", &cursor) + QLatin1Char('\n');
        late.commit();
        quick.wait();
        return (read + room.pulled("olga", &cursor)).split(QLatin1Char('\n'), Qt::SkipEmptyParts).join(QLatin1Char('\n'));
    }

private slots:
    void aLateCommitIsNeverSkipped()
    {
        HubRoom room;
        room.open();
        QCOMPARE(readAroundALateCommit(room, true), QStringLiteral("Checkout returns 503\nlate\nquick"));
    }

    void andWouldBeWithoutTheLock()
    {
        HubRoom room;
        room.open();
        room.must("postgres", withoutTheLock);
        QCOMPARE(readAroundALateCommit(room, false), QStringLiteral("Checkout returns 503\nquick"));
    }

    void whoFallsAsleepWithTheCounterIsPutOut()
    {
        HubRoom room;
        QVERIFY(room.init(QStringLiteral("postgres")));
        room.must(
            "postgres",
            "SELECT quarterdeck.grant_standing('dana', 'responder', 'Dana'); SELECT quarterdeck.grant_standing('sam', 'responder', 'Sam')");
        Chain dana, sam;
        sam.author = QStringLiteral("Sam");
        QSqlDatabase asleep = room.connection(QStringLiteral("dana"));
        QVERIFY(asleep.transaction());
        QCOMPARE(first(QStringLiteral("SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0; ") + pushSql({dana.declared()}),
                       asleep),
                 QString());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(room.push("sam", {sam.declared(false, QStringLiteral("Login is slow"))}), QStringLiteral("kept"));
        QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!asleep.commit());
        QCOMPARE(room.pulled("sam"), QStringLiteral("Login is slow"));
    }

    void advisoryLocksHoldNobodyUp()
    {
        HubRoom room;
        room.open();
        QSqlDatabase holder = room.connection(QStringLiteral("mallory"));
        QVERIFY(QSqlQuery(holder).exec(QStringLiteral("SELECT pg_advisory_lock(n) FROM generate_series(0, 5000) n")));
        QVERIFY(QSqlQuery(holder).exec(QStringLiteral("SELECT pg_advisory_lock(oid::bigint) FROM pg_class WHERE relname = 'counter'")));
        Chain dana;
        QCOMPARE(room.push("dana", {dana.declared()}), QStringLiteral("kept"));
    }

    void aPromotedStandbyThatLaggedLosesNothingForLong()
    {
        HubRoom room;
        room.open();
        Chain dana;
        QCOMPARE(room.push("dana", {dana.declared(), dana.entry(QStringLiteral("everywhere"))}), QStringLiteral("kept\nkept"));
        const QString epoch = room.must("sam", "SELECT epoch FROM quarterdeck.hello(1)");
        std::unique_ptr<Cluster> standby = Cluster::standbyOf(cluster());
        cluster().awaitStandby();
        QVERIFY(standby->psql(QStringLiteral("sam"), room.name(), QStringLiteral("SELECT * FROM quarterdeck.hello(1)"))
                    .error.contains(QLatin1String("standby")));
        standby->detach();

        const QJsonObject lost = dana.entry(QStringLiteral("only there"));
        QCOMPARE(room.push("dana", {lost}), QStringLiteral("kept"));
        QString cursor;
        QCOMPARE(room.pulled("sam", &cursor), QStringLiteral("Checkout returns 503\neverywhere\nonly there"));
        cluster().kill();
        standby->promote();
        const auto on = [&](const char *login, const QString &sql) { return standby->psql(QLatin1String(login), room.name(), sql).out; };

        QVERIFY(on("sam", QStringLiteral("SELECT epoch FROM quarterdeck.hello(1)")) != epoch);
        QCOMPARE(on("dana", QStringLiteral("SELECT hub_has FROM quarterdeck.heads('[\"%1\"]')").arg(dana.console.toString())),
                 QStringLiteral("2"));
        Chain sam;
        sam.author = QStringLiteral("Sam");
        sam.incident = dana.incident;
        QCOMPARE(on("sam", pushSql({sam.entry(QStringLiteral("first on the new one")), sam.entry(QStringLiteral("second"))})),
                 QStringLiteral("kept\nkept"));
        QCOMPARE(on("dana", pushSql({dana.entry(QStringLiteral("too far on"))})), QStringLiteral("missing 2"));
        QCOMPARE(on("dana", pushSql({lost})), QStringLiteral("kept"));
        const QString pull = QStringLiteral("SELECT body::json ->> 'text' FROM quarterdeck.pull('%1', 500, 100000) WHERE id IS NOT NULL");
        QCOMPARE(on("sam", pull.arg(cursor)), QStringLiteral("everywhere\nfirst on the new one\nsecond\nonly there"));
        cluster().restart();
    }

    // A snapshot of the disk is the same server at the same place; only a reader who has been further on can tell.
    void aServerPutBackToAnEarlierStateIsFoundOutByItsReaders()
    {
        HubRoom room;
        room.open();
        Chain dana;
        QCOMPARE(room.push("dana", {dana.declared()}), QStringLiteral("kept"));
        const QJsonObject lost = dana.entry(QStringLiteral("after the snapshot"));
        QCOMPARE(room.push("dana", {lost}), QStringLiteral("kept"));
        QString cursor, early;
        room.pulled("sam", &cursor);
        room.pulled("olga", &early, 1);
        const QString epoch = room.must("sam", "SELECT epoch FROM quarterdeck.hello(1)");
        room.must(
            "postgres",
            "SET session_replication_role = replica; ALTER TABLE quarterdeck.event DISABLE TRIGGER ALL; DELETE FROM quarterdeck.event "
            "WHERE console_seq = 2; ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_event; UPDATE quarterdeck.chain c SET "
            "(last_seq, last_hash) = (SELECT e.console_seq, e.hash FROM quarterdeck.event e WHERE e.console = c.console);"
            "UPDATE quarterdeck.counter SET last = 1");
        Chain sam;
        sam.author = QStringLiteral("Sam");
        sam.incident = dana.incident;
        QCOMPARE(room.push("sam", {sam.entry(QStringLiteral("under its number"))}), QStringLiteral("kept"));

        QCOMPARE(room.pulled("sam", &cursor), QStringLiteral("Checkout returns 503\nunder its number"));
        const QString next = room.must("dana", "SELECT epoch FROM quarterdeck.hello(1)");
        QVERIFY2(next != epoch, "so everybody offers again what the hub had");
        QCOMPARE(room.push("dana", {lost}), QStringLiteral("kept"));
        QCOMPARE(room.pulled("sam", &cursor), QStringLiteral("after the snapshot"));
        QVERIFY(room.pulled("olga", &early).endsWith(QStringLiteral("under its number\nafter the snapshot")));
        QCOMPARE(room.must("dana", "SELECT epoch FROM quarterdeck.hello(1)"), next);
    }
};

QTEST_GUILESS_MAIN(HubRaceTest)
#include "tst_hubrace.moc"
