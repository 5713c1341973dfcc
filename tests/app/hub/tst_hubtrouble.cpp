// Everything that can be wrong with a hub: each has its sentence that says what to do, local work goes on, and no password is found anywhere.
#include "tests/app/hub/hubterminal.h"

#include <QDirIterator>

using namespace qd::test;

class HubTroubleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        server().createLogin(QStringLiteral("adam"), QStringLiteral("quite secret"), QStringLiteral("CREATEROLE"));
        server().createLogin(QStringLiteral("dana"), QStringLiteral("Zq9-quite-secret"));
        server().createLogin(QStringLiteral("nobody"), QStringLiteral("quite secret"));
        server().createDatabase(QStringLiteral("warroom"));
        server().createDatabase(QStringLiteral("nohub"));
        server().must(QStringLiteral("warroom"), QStringLiteral("GRANT CREATE ON DATABASE warroom TO adam"));
        const HubTerminal adam;
        QCOMPARE(adam.withPassword(QStringLiteral("hub init ") + adam.url("adam")).code, int(Done));
        QCOMPARE(adam.withPassword(QStringLiteral("hub join ") + adam.url("adam")).code, int(Done));
        adam.keepPassword("adam");
        QCOMPARE(adam.run(QStringLiteral("hub grant dana responder --name Dana")).code, int(Done));
    }

    void everyWrongTurnHasItsSentence_data()
    {
        QTest::addColumn<QString>("url"); // {port}: of the server
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QByteArray good = "Zq9-quite-secret";
        QTest::newRow("wrong password") << "dana@127.0.0.1:{port}/warroom" << QByteArray("Zq9-wrong") << int(Refused)
                                        << "does not take this password for dana";
        QTest::newRow("no password") << "dana@127.0.0.1:{port}/warroom" << QByteArray() << int(Refused) << "asks for the password of dana";
        QTest::newRow("no such login") << "stranger@127.0.0.1:{port}/warroom" << good << int(Refused)
                                       << "does not take this password for stranger";
        QTest::newRow("no such host") << "dana@nosuch.invalid/warroom" << good << int(Storage)
                                      << "no host is known by the name in nosuch.invalid";
        QTest::newRow("nothing listens") << "dana@127.0.0.1:1/warroom" << good << int(Storage) << "nothing answers";
        QTest::newRow("no such database") << "dana@127.0.0.1:{port}/warrom" << good << int(Refused) << "there is no database warrom";
        QTest::newRow("no hub in it") << "dana@127.0.0.1:{port}/nohub" << good << int(Refused) << "a database without a hub";
        QTest::newRow("a login without rights")
            << "nobody@127.0.0.1:{port}/warroom" << QByteArray("quite secret") << int(Refused) << "hub grant nobody responder";
        QTest::newRow("no TLS") << "dana@127.0.0.1:{port}/warroom?sslmode=require" << good << int(Refused) << "offers no TLS";
        QTest::newRow("no address") << "warroom" << good << int(Usage) << "say which database";
    }
    void everyWrongTurnHasItsSentence()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, password);
        QFETCH(QString, says);
        const HubTerminal dana;
        const QString join = QStringLiteral("hub join ") + url.replace(QLatin1String("{port}"), QString::number(server().port()));
        const Outcome outcome = password.isEmpty() ? dana.run(join) : dana.withPassword(join, password);
        QTEST(outcome.code, "code");
        QVERIFY2(outcome.complainsOnly(), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(QLatin1String("Zq9")));
        localWorkGoesOn(dana);
    }

    void aNewerHubIsLeftAloneAndWhatIsWrittenWaits()
    {
        const HubTerminal dana;
        QCOMPARE(dana.withPassword(QStringLiteral("hub join ") + dana.url("dana"), "Zq9-quite-secret").code, int(Done));
        dana.keepPassword("dana", "Zq9-quite-secret");
        server().must(QStringLiteral("warroom"), QStringLiteral("UPDATE quarterdeck.meta SET oldest_reader = 99, oldest_writer = 99"));
        const Outcome sync = dana.run(QStringLiteral("hub sync"));
        const Outcome join = HubTerminal().withPassword(QStringLiteral("hub join ") + dana.url("dana"), "Zq9-quite-secret");
        server().must(QStringLiteral("warroom"), QStringLiteral("UPDATE quarterdeck.meta SET oldest_reader = 1, oldest_writer = 1"));
        QCOMPARE(join.code, int(Refused));
        QVERIFY2(join.err.contains(QLatin1String("newer than this program")), qPrintable(join.err));
        QCOMPARE(sync.code, int(Refused));
        QVERIFY2(sync.err.contains(QLatin1String("too new")), qPrintable(sync.err));
        localWorkGoesOn(dana);
        QCOMPARE(dana.run(QStringLiteral("hub sync")).code, int(Done));
    }

    void aPasswordIsNowhere()
    {
        const HubTerminal dana;
        const QString typed = QStringLiteral("hub join postgresql://dana:Zq9-quite-secret@127.0.0.1:%1/warroom").arg(server().port());
        const Outcome joined = dana.run(typed);
        QVERIFY2(joined.code == Done, qPrintable(joined.err));
        QVERIFY2(joined.out.contains(QLatin1String("list of processes")), qPrintable(joined.out));
        QVERIFY2(joined.out.contains(QLatin1String(".pgpass")), qPrintable(joined.out)); // there is no keychain here
        const Outcome wrong = dana.run(QString(typed).replace(QLatin1String("Zq9-quite"), QLatin1String("Zq9-wrong")));
        QCOMPARE(wrong.code, int(Refused));
        for (const QString &said : {joined.out, joined.err, wrong.out, wrong.err, dana.run(QStringLiteral("hub status --json")).out})
            QVERIFY2(!said.contains(QLatin1String("Zq9")), qPrintable(said));
        int files = 0;
        QDirIterator all(dana.path(QStringLiteral(".")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("Zq9"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void aSecretOnStandardInputIsInNoListOfProcesses()
    {
        const HubTerminal dana;
        server().freeze();
        QProcess joining;
        joining.start(qEnvironmentVariable("QD_CLI"),
                      {QStringLiteral("--db"), dana.database(), QStringLiteral("hub"), QStringLiteral("join"), dana.url("dana"),
                       QStringLiteral("--password-stdin")});
        joining.write("Zq9-quite-secret\n");
        QVERIFY(joining.waitForBytesWritten());
        QFile listed(QStringLiteral("/proc/%1/cmdline").arg(joining.processId()));
        QVERIFY(listed.open(QIODevice::ReadOnly));
        const QByteArray words = listed.readAll();
        QVERIFY(joining.waitForFinished(20000));
        server().thaw();
        QVERIFY(words.contains("join"));
        QVERIFY(!words.contains("Zq9"));
        QCOMPARE(joining.exitCode(), int(Storage));
        const QByteArray said = joining.readAllStandardError();
        QVERIFY2(said.contains("does not answer"), said.constData());
    }

    void aCertificateIsChecked() // the server has TLS from here on
    {
        server().useTls();
        HubTerminal dana;
        const auto join = [&dana](const QString &host, const QString &parameters) {
            return dana.withPassword(QStringLiteral("hub join dana@%1:%2/warroom?%3").arg(host).arg(server().port()).arg(parameters),
                                     "Zq9-quite-secret");
        };
        QFile authority(dana.path(QStringLiteral("ca.crt")));
        QVERIFY(authority.open(QIODevice::WriteOnly));
        authority.write(server().must(QStringLiteral("postgres"), QStringLiteral("SELECT pg_read_file('%1')").arg(server().ca())).toUtf8()
                        + '\n');
        authority.close();
        const QString trusted = QStringLiteral("sslmode=verify-full&sslrootcert=") + authority.fileName();
        const Outcome unknown = join(QStringLiteral("127.0.0.1"), QStringLiteral("sslmode=verify-full"));
        QCOMPARE(unknown.code, int(Refused));
        QVERIFY2(unknown.err.contains(QLatin1String("an authority that is not trusted here")), qPrintable(unknown.err));
        dana.set("PGHOSTADDR", QStringLiteral("127.0.0.1"));
        const Outcome other = join(QStringLiteral("db.example.org"), QStringLiteral("sslrootcert=") + authority.fileName());
        dana.set("PGHOSTADDR", {});
        QCOMPARE(other.code, int(Refused));
        QVERIFY2(other.err.contains(QLatin1String("certificate for another host")), qPrintable(other.err));
        const Outcome good = join(QStringLiteral("127.0.0.1"), trusted + QStringLiteral(" --json"));
        QVERIFY2(good.code == Done, qPrintable(good.err));
        QCOMPARE(good.json()[QLatin1String("encrypted")].toBool(), true);
    }

private:
    static void localWorkGoesOn(const HubTerminal &desk)
    {
        const Outcome declared = desk.run(QStringLiteral("incident declare --severity P0 --title Checkout"));
        QVERIFY2(declared.code == Done, qPrintable(declared.err));
        QCOMPARE(desk.run(QStringLiteral("log last \"work goes on\"")).code, int(Done));
    }
};

QTEST_GUILESS_MAIN(HubTroubleTest)
#include "tst_hubtrouble.moc"
