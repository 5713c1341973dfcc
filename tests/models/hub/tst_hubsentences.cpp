// What PostgreSQL says, for a person.
#include "models/hub/hubsentences.h"

#include <QTest>

using namespace qd;
using namespace qd::hub;

class HubSentencesTest : public QObject
{
    Q_OBJECT

    static HubAddress address() { return readHubAddress(QStringLiteral("postgresql://dana@db1,db2/warroom"))->address; }

private slots:
    void everyTroubleHasItsSentence_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("passes");
        QTest::addColumn<bool>("password");
        QTest::addColumn<QString>("says");
        const auto at = [](const char *what) {
            return QStringLiteral("connection to server at \"db1\" (10.0.0.7), port 5432 failed: ") + QLatin1String(what);
        };
        QTest::newRow("wrong password") << "" << at("FATAL:  password authentication failed for user \"dana\"") << false << true
                                        << "does not take this password for dana";
        QTest::newRow("no password") << "" << at("fe_sendauth: no password supplied") << false << true << "asks for the password of dana";
        QTest::newRow("unknown login") << "" << at("FATAL:  role \"dana\" does not exist") << false << false << "knows no login dana";
        QTest::newRow("peer") << "" << at("FATAL:  Peer authentication failed for user \"dana\"") << false << false
                              << "does not let dana in";
        QTest::newRow("may not log in") << "" << at("FATAL:  role \"dana\" is not permitted to log in") << false << false
                                        << "may not log in";
        QTest::newRow("no line for us")
            << "" << at("FATAL:  no pg_hba.conf entry for host \"10.0.0.9\", user \"dana\", database \"warroom\", no encryption") << false
            << false << "pg_hba.conf";
        QTest::newRow("unknown host") << ""
                                      << "could not translate host name \"db1\" to address: Name or service not known" << true << false
                                      << "no host is known by the name in db1, db2";
        QTest::newRow("refused") << "" << at("Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?")
                                 << true << false << "nothing answers";
        QTest::newRow("no socket") << ""
                                   << "connection to server on socket \"/tmp/.s.PGSQL.5432\" failed: No such file or directory" << true
                                   << false << "nothing answers";
        QTest::newRow("timeout") << "" << at("timeout expired") << true << false << "does not answer";
        QTest::newRow("no network") << "" << at("Network is unreachable") << true << false << "off the network";
        QTest::newRow("no database") << "" << at("FATAL:  database \"warroom\" does not exist") << false << false
                                     << "there is no database warroom";
        QTest::newRow("no connect right")
            << "" << at("FATAL:  permission denied for database \"warroom\"\nDETAIL:  User does not have CONNECT privilege.") << false
            << false << "hub grant dana responder";
        QTest::newRow("other host's certificate") << "" << at("server certificate for \"db9\" does not match host name \"db1\"") << false
                                                  << false << "certificate for another host";
        QTest::newRow("unknown authority") << "" << at("SSL error: certificate verify failed") << false << false
                                           << "of an authority that is not trusted here";
        QTest::newRow("no roots") << "" << at("root certificate file \"/x\" does not exist") << false << false
                                  << "no list of trusted authorities";
        QTest::newRow("expired") << "" << at("SSL error: certificate has expired") << false << false << "has expired";
        QTest::newRow("no TLS") << "" << at("server does not support SSL, but SSL was required") << false << false << "offers no TLS";
        QTest::newRow("key open to all")
            << "" << at("private key file \"/k\" has group or world access; file must have permissions u=rw (0600) or less") << false
            << false << "chmod 600";
        QTest::newRow("certificate wanted") << "" << at("FATAL:  connection requires a valid client certificate") << false << false
                                            << "sslcert";
        QTest::newRow("starting") << "" << at("FATAL:  the database system is starting up") << true << false << "is starting";
        QTest::newRow("stopping") << "" << at("FATAL:  the database system is shutting down") << true << false << "is stopping";
        QTest::newRow("standby") << "" << at("session is read-only") << true << false << "can only be read";
        QTest::newRow("full of people") << "" << at("FATAL:  sorry, too many clients already") << true << false
                                        << "takes no more connections";
        QTest::newRow("one is down, the other says no")
            << ""
            << at("Connection refused\nconnection to server at \"db2\" failed: FATAL:  password authentication failed for user \"dana\"")
            << false << true << "does not take this password";
        QTest::newRow("disk full") << "53100"
                                   << "could not extend file" << true << false << "full";
        QTest::newRow("no rights") << "42501"
                                   << "permission denied for schema quarterdeck" << false << false << "has no part in the hub";
        QTest::newRow("no hub") << "3F000"
                                << "schema \"quarterdeck\" does not exist" << false << false << "without a hub";
        QTest::newRow("an older hub") << "42883"
                                      << "function quarterdeck.hello(integer) does not exist" << false << false << "without a hub";
        QTest::newRow("ended by its administrator")
            << "57P01"
            << "terminating connection due to administrator command" << true << false << "is stopping";
        QTest::newRow("a standby's answer") << "25006"
                                            << "cannot execute INSERT in a read-only transaction" << true << false << "can only be read";
        QTest::newRow("lost") << ""
                              << "server closed the connection unexpectedly" << true << false << "was lost";
        QTest::newRow("nothing said") << ""
                                      << "" << true << false << "was lost";
        QTest::newRow("the hub's own words") << "QD007"
                                             << "ERROR:  A hub needs an administrator: make somebody else one first.\nCONTEXT:  PL/pgSQL"
                                             << false << false << "A hub needs an administrator: make somebody else one first";
        QTest::newRow("the hub's own words, German around it") << "QD007"
                                                               << "FEHLER:  A hub needs an administrator: make somebody else one first.\n"
                                                               << false << false << "A hub needs an administrator";
        QTest::newRow("wrong password, in whatever language") << "28P01" << at("FATAL:  Passwort-Authentifizierung fehlgeschlagen") << false
                                                              << true << "does not take this password for dana";
        QTest::newRow("not let in, in whatever language")
            << "28000" << at("FATAL:  Rolle »dana« existiert nicht") << false << false << "does not let dana in";
        QTest::newRow("what nobody thought of") << "22P02"
                                                << "invalid input syntax" << false << false << "does not understand this program";
    }
    void everyTroubleHasItsSentence()
    {
        QFETCH(QString, state);
        QFETCH(QString, message);
        QFETCH(QString, says);
        const Error error = hubError(address(), {state, message});
        QVERIFY2(error.sentence.contains(says), qPrintable(error.sentence));
        QVERIFY(!error.sentence.contains(QLatin1Char('{')));
        QTEST(error.code == ErrorCode::Storage, "passes");
        QTEST(wantsPassword(error), "password");
        QVERIFY(error.detail.contains(message));
        QVERIFY(!error.sentence.contains(QLatin1String("FEHLER")));
    }

    void anotherLanguageIsNoticed()
    {
        const QString before = QStringLiteral("connection to server at \"db1\" (10.0.0.7), port 5432 failed: ");
        QVERIFY(isInAnotherLanguage(before + QStringLiteral("ВАЖНО:  пользователь \"dana\" не прошёл проверку подлинности")));
        QVERIFY(!isInAnotherLanguage(before + QStringLiteral("FATAL:  password authentication failed for user \"dana\"")));
        QVERIFY(!isInAnotherLanguage(before + QStringLiteral("server closed the connection unexpectedly")));
    }
};

QTEST_GUILESS_MAIN(HubSentencesTest)
#include "tst_hubsentences.moc"
