// Where a hub is, as people type it.
#include "models/hub/hubaddress.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::hub;

class HubAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hosts");
        QTest::newRow("whole") << "postgresql://dana@db.example.org:5433/warroom?sslmode=verify-ca"
                               << "postgresql://dana@db.example.org:5433/warroom?sslmode=verify-ca"
                               << "db.example.org:5433";
        QTest::newRow("postgres://") << "postgres://dana@db/warroom"
                                     << "postgresql://dana@db/warroom"
                                     << "db";
        QTest::newRow("no scheme") << " dana@db.example.org/warroom "
                                   << "postgresql://dana@db.example.org/warroom"
                                   << "db.example.org";
        QTest::newRow("no login") << "db/warroom"
                                  << "postgresql://db/warroom"
                                  << "db";
        QTest::newRow("two hosts, a port each") << "postgresql://dana@db1:5433,db2:5434/warroom"
                                                << "postgresql://dana@db1:5433,db2:5434/warroom"
                                                << "db1:5433, db2:5434";
        QTest::newRow("a port counts for its host") << "postgresql://dana@db1,db2:5434/warroom"
                                                    << "postgresql://dana@db1,db2:5434/warroom"
                                                    << "db1, db2:5434";
        QTest::newRow("the usual port is not said") << "dana@db:5432/w"
                                                    << "postgresql://dana@db/w"
                                                    << "db";
        QTest::newRow("IPv6") << "dana@[2001:db8::1]:5433/w"
                              << "postgresql://dana@[2001:db8::1]:5433/w"
                              << "[2001:db8::1]:5433";
        QTest::newRow("a socket") << "postgresql://dana@%2Ftmp%2Fpg/w"
                                  << "postgresql://dana@%2Ftmp%2Fpg/w"
                                  << "/tmp/pg";
        QTest::newRow("a socket as libpq has it") << "postgresql:///w?host=/tmp/pg&port=5499&user=dana"
                                                  << "postgresql://dana@%2Ftmp%2Fpg:5499/w"
                                                  << "/tmp/pg:5499";
        QTest::newRow("nowhere said: the system's socket") << "postgresql://dana@/w"
                                                           << "postgresql://dana@%2Fvar%2Frun%2Fpostgresql/w"
                                                           << "/var/run/postgresql";
        QTest::newRow("percent-encoded") << "dana%40ops@db/war%20room"
                                         << "postgresql://dana%40ops@db/war%20room"
                                         << "db";
        QTest::newRow("hosts as parameters") << "postgresql:///w?host=db1,db2&port=5433,5434"
                                             << "postgresql://db1:5433,db2:5434/w"
                                             << "db1:5433, db2:5434";
    }
    void whatIsTypedIsRead()
    {
        QFETCH(QString, typed);
        const Result<TypedAddress> read = readHubAddress(typed);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QTEST(read->address.text(), "text");
        QTEST(read->address.hostNames(), "hosts");
        QVERIFY(read->password.isNull());
        const Result<TypedAddress> again = readHubAddress(read->address.text());
        QVERIFY(again);
        QCOMPARE(again->address, read->address);
    }

    void aPasswordIsTakenOut_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("password");
        QTest::newRow("after the login") << "postgresql://dana:s3cret@db/w"
                                         << "s3cret";
        QTest::newRow("encoded") << "postgresql://dana:s3%2Fc%40r%3Fet@db/w"
                                 << "s3/c@r?et";
        QTest::newRow("with an @ as typed") << "dana:s3@cret@db/w"
                                            << "s3@cret";
        QTest::newRow("as a parameter") << "postgresql://dana@db/w?password=s3cret&connect_timeout=5"
                                        << "s3cret";
    }
    void aPasswordIsTakenOut()
    {
        QFETCH(QString, typed);
        QFETCH(QString, password);
        const Result<TypedAddress> read = readHubAddress(typed);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->password, password);
        QCOMPARE(read->address.login, QStringLiteral("dana"));
        for (const QString &shown : {read->address.text(), read->address.credential(), read->address.hostNames(),
                                     read->address.connectOptions(QDir::tempPath()), read->address.caution()}) {
            QVERIFY2(!shown.contains(QLatin1String("s3")), qPrintable(shown));
            QVERIFY2(!shown.contains(QLatin1String("cret")), qPrintable(shown));
        }
    }

    void whatCannotBeReadIsSaidWithoutThePassword_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << " "
                                 << "say where the hub is";
        QTest::newRow("another scheme") << "mysql://dana:s3cret@db/w"
                                        << "not mysql://";
        QTest::newRow("words of libpq") << "host=db password=s3cret dbname=w"
                                        << "as one address";
        QTest::newRow("no database") << "postgresql://dana:s3cret@db"
                                     << "say which database";
        QTest::newRow("an empty database") << "postgresql://dana:s3cret@db/"
                                           << "say which database";
        QTest::newRow("two databases") << "postgresql://dana:s3cret@db/w/x"
                                       << "one database";
        QTest::newRow("a slash in the password") << "postgresql://dana:s3/cret@db/w"
                                                 << "leave the password away";
        QTest::newRow("a question mark in it") << "postgresql://dana:s3?cret@db/w"
                                               << "leave the password away";
        QTest::newRow("a per cent sign in it") << "postgresql://dana:s3%cret@db/w"
                                               << "leave it away";
        QTest::newRow("no port") << "postgresql://dana:s3cret@db:many/w"
                                 << "65535";
        QTest::newRow("port 0") << "dana@db:0/w"
                                << "65535";
        QTest::newRow("port 70000") << "dana@db:70000/w"
                                    << "65535";
        QTest::newRow("IPv6 without brackets") << "dana@2001:db8::1/w"
                                               << "brackets";
        QTest::newRow("a blank in the host") << "dana@d b/w"
                                             << "a character that none can have";
        QTest::newRow("a quote in the host") << "dana@d'b/w"
                                             << "a character that none can have";
        QTest::newRow("an empty host") << "dana@db1,,db2/w"
                                       << "a character that none can have";
        QTest::newRow("what a session does") << "dana@db/w?options=-csearch_path%3Devil"
                                             << "'options' may not stand";
        QTest::newRow("a service") << "dana@db/w?service=s3cret"
                                   << "'service' may not stand";
        QTest::newRow("a key's password") << "dana@db/w?sslpassword=s3cret"
                                          << "'sslpassword' may not stand";
        QTest::newRow("a mode that is none") << "dana@db/w?sslmode=s3cret"
                                             << "one of: disable";
        QTest::newRow("no end of patience") << "dana@db/w?connect_timeout=0"
                                            << "from 1 to 60";
        QTest::newRow("a standby") << "dana@db/w?target_session_attrs=standby"
                                   << "one of: read-write";
        QTest::newRow("a relative file") << "dana@db/w?sslcert=my.crt"
                                         << "whole path";
        QTest::newRow("a semicolon") << "dana@db/w?sslcert=/tmp/a;sslmode=disable"
                                     << "semicolon";
        QTest::newRow("said twice") << "dana@db/w?sslmode=require&sslmode=disable"
                                    << "twice";
        QTest::newRow("no value") << "dana@db/w?sslmode"
                                  << "name=value";
        QTest::newRow("a null character") << "dana@db/w%00"
                                          << "control character";
        QTest::newRow("half a code") << "dana@db/w%2"
                                     << "%25";
    }
    void whatCannotBeReadIsSaidWithoutThePassword()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const Result<TypedAddress> read = readHubAddress(typed);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Usage);
        QVERIFY2(read.error().sentence.contains(says), qPrintable(read.error().sentence));
        QVERIFY2(!(read.error().sentence + read.error().detail).contains(QLatin1String("cret")), qPrintable(read.error().sentence));
    }

    void anotherMachineIsVerifiedInFull_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("mode");
        QTest::newRow("another host") << "dana@db/w"
                                      << "verify-full";
        QTest::newRow("its address") << "dana@10.0.0.7/w"
                                     << "verify-full";
        QTest::newRow("one of two") << "dana@localhost,db2/w"
                                    << "verify-full";
        QTest::newRow("a name that only begins like it") << "dana@localhost.example.org/w"
                                                         << "verify-full";
        QTest::newRow("127.example.org") << "dana@127.example.org/w"
                                         << "verify-full";
        QTest::newRow("localhost") << "dana@localhost/w"
                                   << "prefer";
        QTest::newRow("127/8") << "dana@127.0.0.53/w"
                               << "prefer";
        QTest::newRow("::1") << "dana@[::1]/w"
                             << "prefer";
        QTest::newRow("a socket") << "dana@%2Ftmp/w"
                                  << "prefer";
        QTest::newRow("a person chose") << "dana@db/w?sslmode=require"
                                        << "require";
    }
    void anotherMachineIsVerifiedInFull()
    {
        QFETCH(QString, typed);
        QFETCH(QString, mode);
        const HubAddress address = readHubAddress(typed)->address;
        const QStringList options = address.connectOptions(QStringLiteral("/nonexistent")).split(QLatin1Char(';'));
        QCOMPARE(options.filter(QStringLiteral("sslmode=")), QStringList(QStringLiteral("sslmode='%1'").arg(mode)));
        QCOMPARE(options.contains(QStringLiteral("sslrootcert='/etc/ssl/certs/ca-certificates.crt'")),
                 mode == QLatin1String("verify-full"));
        QCOMPARE(address.caution().isEmpty(), mode != QLatin1String("require"));
    }

    void ownRootsAreTrustedWhereTheyAre()
    {
        QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkpath(QStringLiteral(".postgresql")));
        QFile roots(home.filePath(QStringLiteral(".postgresql/root.crt")));
        QVERIFY(roots.open(QIODevice::WriteOnly));
        const QString options = readHubAddress(QStringLiteral("dana@db/w"))->address.connectOptions(home.path());
        QVERIFY2(options.contains(QStringLiteral("sslrootcert='%1'").arg(roots.fileName())), qPrintable(options));
    }

    void everyValueIsQuoted()
    {
        const QString options = readHubAddress(QStringLiteral("postgresql:///w?host=/tmp/a b&sslcert=/tmp/it's%20mine%5C"))
                                    ->address.connectOptions(QStringLiteral("/x"));
        QVERIFY2(options.contains(QStringLiteral("host='/tmp/a b'")), qPrintable(options));
        QVERIFY2(options.contains(QStringLiteral("sslcert='/tmp/it\\'s mine\\\\'")), qPrintable(options));
        for (const char *expected :
             {"target_session_attrs='read-write'", "connect_timeout='3'", "keepalives_idle='2'", "keepalives_interval='1'",
              "keepalives_count='3'", "tcp_user_timeout='4000'", "application_name='quarterdeck'", "port='5432'"})
            QVERIFY2(options.contains(QLatin1String(expected)), qPrintable(options));
    }
};

QTEST_GUILESS_MAIN(HubAddressTest)
#include "tst_hubaddress.moc"
