// How a database becomes a hub, and an older hub a newer one.
#include <future>

#include "models/hub/sqlfiles.h"
#include "tests/models/hub/hubroom.h"

using namespace qd;
using namespace qd::test;

namespace {

QString refusal(const Result<hub::HubMade> &made)
{
    return made ? QStringLiteral("it was made") : made.error().sentence;
}

// All there is in the schema, and who may do what with it.
QString contentsOf(const HubRoom &room)
{
    return room.must(
        "postgres",
        QStringLiteral(
            "SELECT replace(x, '%1', 'war') FROM ("
            "SELECT p.oid::regprocedure || ' ' || r.rolname || ' ' || md5(p.prosrc) || coalesce(array_to_string(array(SELECT "
            "unnest(p.proacl)::text ORDER BY 1), ','), '') AS x "
            "FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.pronamespace = 'quarterdeck'::regnamespace UNION ALL "
            "SELECT c.relname || ' ' || c.relkind::text || ' ' || r.rolname || ' ' || c.relrowsecurity::text || "
            "coalesce(array_to_string(array(SELECT unnest(c.relacl)::text ORDER BY 1), ','), '') "
            "FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE c.relnamespace = 'quarterdeck'::regnamespace) y ORDER BY 1")
            .arg(room.name()));
}

} // namespace

class HubSchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void aDatabaseBecomesAHub()
    {
        HubRoom room;
        QCOMPARE(hub::hubVersion(room.connection(QStringLiteral("mallory"))), Result<int>(0));
        QCOMPARE(room.init(), Result<hub::HubMade>(hub::HubMade{0, hub::newestVersion()}));
        QCOMPARE(hub::hubVersion(room.connection(QStringLiteral("mallory"))), Result<int>(hub::newestVersion()));
        QCOMPARE(
            room.must(
                "adam",
                "SELECT person || ' ' || standing || ' ' || may_read || ' ' || may_append || ' ' || version FROM quarterdeck.hello(1)"),
            QStringLiteral("Adam administrator true true %1").arg(hub::newestVersion()));
        QCOMPARE(room.must("adam", QStringLiteral("SELECT pg_has_role('%1_owner', 'MEMBER')").arg(room.name())), QStringLiteral("f"));
        QVERIFY(room.ask("dana", QStringLiteral("SELECT * FROM quarterdeck.hello(1)")).error.contains(QLatin1String("42501")));
    }

    void makingItAgainChangesNothing()
    {
        HubRoom room;
        room.open();
        const QString before = room.must("dana", "SELECT hub FROM quarterdeck.hello(1)");
        QCOMPARE(room.init(QStringLiteral("adam"), 0, QStringLiteral("Another")),
                 Result<hub::HubMade>(hub::HubMade{hub::newestVersion(), hub::newestVersion()}));
        QCOMPARE(room.must("dana", "SELECT hub FROM quarterdeck.hello(1)"), before);
        QCOMPARE(room.must("dana", "SELECT * FROM quarterdeck.members()"),
                 QStringLiteral("adam|Adam|administrator\ndana|Dana|responder\nolga|Olga|observer\nsam|Sam|responder"));
    }

    void everyOlderVersionBecomesTheNewest()
    {
        HubRoom fresh;
        QVERIFY(fresh.init());
        const QString wanted = contentsOf(fresh);
        QVERIFY(wanted.contains(QLatin1String("push(text)")));
        for (int version = 1; version < hub::newestVersion(); ++version) {
            HubRoom room;
            QCOMPARE(room.init(QStringLiteral("adam"), version), Result<hub::HubMade>(hub::HubMade{0, version}));
            QCOMPARE(room.init(), Result<hub::HubMade>(hub::HubMade{version, hub::newestVersion()}));
            QCOMPARE(contentsOf(room), wanted);
        }
    }

    void whatAnOlderHubHeldIsThereAfterwards()
    {
        HubRoom room;
        QVERIFY(room.init(QStringLiteral("adam"), 1));
        Chain chain;
        const QJsonObject event = chain.declared();
        room.must("postgres",
                  QStringLiteral(
                      "INSERT INTO quarterdeck.incident (id, brought_by) VALUES ('%1', 'dana'); UPDATE quarterdeck.counter SET last = 1;"
                      "INSERT INTO quarterdeck.event (seq, id, incident, kind, body, author, happened_at, recorded_at, stamp, console, "
                      "console_seq, body_hash, prev, hash, sent_by, restricted)"
                      "SELECT 1, x.id, x.incident, x.kind, x.body, x.author, x.happened_at, x.recorded_at, x.stamp, x.console, 1, "
                      "decode(x.body_hash, 'hex'), '', decode(x.hash, 'hex'), 'dana', false "
                      "FROM json_to_record($e$%2$e$) AS x (id uuid, incident uuid, kind text, body text, author text, happened_at bigint, "
                      "recorded_at bigint, stamp bigint, console uuid, "
                      "body_hash text, hash text); INSERT INTO quarterdeck.chain SELECT console, 'dana', author, incident, false, 1, hash FROM "
                      "quarterdeck.event")
                      .arg(chain.incident.toString(), QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact))));
        room.open();
        QCOMPARE(room.pulled("sam"), QStringLiteral("Checkout returns 503"));
        QCOMPARE(room.push("dana", {event, chain.entry(QStringLiteral("it goes on"))}), QStringLiteral("known\nkept"));
    }

    void aNewerHubIsLeftAlone()
    {
        HubRoom room;
        room.open();
        room.must("postgres", "COMMENT ON SCHEMA quarterdeck IS 'Quarterdeck hub, version 99'");
        QVERIFY(refusal(room.init()).contains(QStringLiteral("of version 99, newer than this program")));
        QCOMPARE(room.must("dana", "SELECT version || ' ' || may_read || ' ' || may_append FROM quarterdeck.hello(1)"),
                 QStringLiteral("99 true true"));
        Chain chain;
        QCOMPARE(room.push("dana", {chain.declared()}), QStringLiteral("kept"));
        QCOMPARE(room.pulled("sam"), QStringLiteral("Checkout returns 503"));
        room.must("postgres", "UPDATE quarterdeck.meta SET oldest_writer = 2");
        QCOMPARE(room.must("dana", "SELECT may_read || ' ' || may_append FROM quarterdeck.hello(1)"), QStringLiteral("true false"));
    }

    void twoAtOnceMakeOne()
    {
        HubRoom room;
        const auto make = [&room](const QString &connection) {
            QSqlDatabase database = QSqlDatabase::cloneDatabase(room.name() + QStringLiteral("0"), connection);
            return database.open() ? hub::initHub(database, QStringLiteral("Adam"))
                                   : Result<hub::HubMade>(refused(QStringLiteral("no connection")));
        };
        Q_UNUSED(room.connection(QStringLiteral("adam")))
        auto one = std::async(std::launch::async, make, QStringLiteral("one")),
             other = std::async(std::launch::async, make, QStringLiteral("other"));
        const Result<hub::HubMade> a = one.get(), b = other.get();
        QVERIFY2(a && b, qPrintable(refusal(a) + refusal(b)));
        QCOMPARE(std::min(a->from, b->from), 0);
        QCOMPARE(std::max(a->from, b->from), hub::newestVersion());
        QSqlDatabase::removeDatabase(QStringLiteral("one"));
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }

    void whatIsInTheWayIsNamed_data()
    {
        QTest::addColumn<QString>("before"); // as superuser
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("somebody else's schema") << "CREATE SCHEMA quarterdeck"
                                                << "adam"
                                                << "schema “quarterdeck” that is not a hub's";
        QTest::newRow("no right to create roles") << ""
                                                  << "dana"
                                                  << "may not create roles";
        QTest::newRow("no right to create a schema") << "REVOKE CREATE ON DATABASE %db FROM adam"
                                                     << "adam"
                                                     << "GRANT CREATE ON DATABASE";
        QTest::newRow("somebody else's role") << "CREATE ROLE %db_responder LOGIN"
                                              << "adam"
                                              << "_responder” on this server that no hub made";
    }
    void whatIsInTheWayIsNamed()
    {
        QFETCH(QString, before);
        QFETCH(QString, login);
        QFETCH(QString, sentence);
        HubRoom room;
        room.must("postgres", QStringLiteral("SELECT 1;") + before.replace(QStringLiteral("%db"), room.name()));
        const QString said = refusal(room.init(login));
        QVERIFY2(said.contains(sentence), qPrintable(said));
        QCOMPARE(room.must("postgres", "SELECT count(*) FROM pg_class WHERE relname = 'incident_member'"),
                 QStringLiteral("0")); // all or nothing
    }

    void anotherEncodingIsRefused()
    {
        HubRoom room;
        cluster().must(
            QStringLiteral("postgres"),
            QStringLiteral("DROP DATABASE %1; CREATE DATABASE %1 ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0").arg(room.name()));
        const QString said = refusal(room.init(QStringLiteral("postgres")));
        QVERIFY2(said.contains(QStringLiteral("keeps its text as LATIN1, a hub needs UTF8")), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(HubSchemaTest)
#include "tst_hubschema.moc"
