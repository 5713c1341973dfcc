// Whoever is no member of a restricted incident tries to read it, or to learn that there is one, through psql. Dana is a responder, Adam an
// administrator; Sam's incident is of neither.
#include <QTemporaryDir>

#include "tests/models/hub/hubscene.h"

using namespace qd;
using namespace qd::test;

namespace {

// Row-level security and the lists of members are two walls: the one is taken away by this, the other by making the attacker a member.
const char noRowSecurity[] =
    "ALTER TABLE quarterdeck.event DISABLE ROW LEVEL SECURITY; ALTER TABLE quarterdeck.incident_member DISABLE ROW LEVEL SECURITY;"
    "ALTER TABLE quarterdeck.incident DISABLE ROW LEVEL SECURITY";
const char rowSecurity[] =
    "ALTER TABLE quarterdeck.event ENABLE ROW LEVEL SECURITY; ALTER TABLE quarterdeck.incident_member ENABLE ROW LEVEL SECURITY;"
    "ALTER TABLE quarterdeck.incident ENABLE ROW LEVEL SECURITY";
const char tablesOpen[] =
    "GRANT SELECT ON ALL TABLES IN SCHEMA quarterdeck TO dana, adam; ALTER TABLE quarterdeck.event DISABLE ROW LEVEL SECURITY; "
    "ALTER TABLE quarterdeck.incident_member DISABLE ROW LEVEL SECURITY; ALTER TABLE quarterdeck.incident DISABLE ROW LEVEL SECURITY;"
    "ALTER TABLE quarterdeck.visibility DISABLE ROW LEVEL SECURITY";
const char tablesClosed[] =
    "REVOKE SELECT ON ALL TABLES IN SCHEMA quarterdeck FROM dana, adam; ALTER TABLE quarterdeck.event ENABLE ROW LEVEL SECURITY; "
    "ALTER TABLE quarterdeck.incident_member ENABLE ROW LEVEL SECURITY; ALTER TABLE quarterdeck.incident ENABLE ROW LEVEL SECURITY;"
    "ALTER TABLE quarterdeck.visibility ENABLE ROW LEVEL SECURITY";
const char member[] = "INSERT INTO quarterdeck.incident_member VALUES ('%secret', 'Dana', 'dana', true), ('%secret', 'Adam', 'adam', true)";
const char noMember[] = "DELETE FROM quarterdeck.incident_member WHERE person <> 'Sam'";
const char statistics[] = "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pg_catalog TO dana; GRANT SELECT ON pg_class TO dana";

// To one that is there, and to one that is not: the answers must be one and the same.
QString compareAnswers(Scene &scene, const QString &author)
{
    Chain there, nowhere;
    there.incident = scene.secret.incident;
    there.author = nowhere.author = author;
    return QStringLiteral("BEGIN; CREATE TEMP TABLE a ON COMMIT DROP AS %1; CREATE TEMP TABLE b ON COMMIT DROP AS %2;"
                          "SELECT 'told' FROM a, b WHERE a.* IS DISTINCT FROM b.*; ROLLBACK")
        .arg(pushSql({there.next(kinds::memberAdded, {{QStringLiteral("person"), author}})}),
             pushSql({nowhere.next(kinds::memberAdded, {{QStringLiteral("person"), author}})}));
}

// Dana listens wherever she is told, and where she can think of; then Sam writes into his incident.
QString listen(Scene &scene)
{
    static const QTemporaryDir folder;
    QFile file(folder.filePath(scene.room.name()));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(pushSql({scene.secret.entry(QStringLiteral("another one"))}).toUtf8());
    file.close();
    return QStringLiteral(
               "LISTEN quarterdeck; LISTEN %1; LISTEN \"%2\"; SELECT format('LISTEN %I', c) FROM quarterdeck.channels() c \\gexec\n"
               "\\! psql -X -q -h %3 -p %4 -U sam -d %1 -f %5 > /dev/null\nSELECT pg_sleep(0.05);\nSELECT 1")
        .arg(scene.room.name(), scene.incident(), cluster().socketFolder())
        .arg(cluster().port())
        .arg(file.fileName());
}

const std::vector<Attack> attacks = {
    {"the log", "dana", fixed("SELECT count(*) FROM quarterdeck.event"), "\\d", tablesOpen, tablesClosed},
    {"the log, by an administrator", "adam", fixed("SELECT count(*) FROM quarterdeck.event"), "\\d", tablesOpen, tablesClosed},
    {"the incidents", "dana", fixed("SELECT count(*) FROM quarterdeck.incident"), "\\d", tablesOpen, tablesClosed},
    {"the members", "adam", fixed("SELECT login FROM quarterdeck.incident_member"), "sam", tablesOpen, tablesClosed},
    {"what came into sight", "dana", fixed("SELECT count(*) FROM quarterdeck.visibility"), "\\d", tablesOpen, tablesClosed},
    {"the chains", "dana", fixed("SELECT count(*) FROM quarterdeck.chain"), "\\d", tablesOpen, tablesClosed},
    {"the attachments", "dana", fixed("SELECT count(*) FROM quarterdeck.attachment_part"), "\\d", tablesOpen, tablesClosed},
    {"the presence", "dana", fixed("SELECT incident FROM quarterdeck.presence"), "\\w", tablesOpen, tablesClosed},
    {"the count", "dana", fixed("SELECT last FROM quarterdeck.counter"), "\\d", tablesOpen, tablesClosed},
    {"the secret of the cursors", "dana", fixed("SELECT seal FROM quarterdeck.meta"), "x", tablesOpen, tablesClosed},
    {"a row's place and transaction", "dana", fixed("SELECT max(ctid::text), max(xmin::text) FROM quarterdeck.event"), "\\d", tablesOpen,
     tablesClosed},
    {"a plan of the table", "dana", fixed("EXPLAIN SELECT * FROM quarterdeck.event"), "rows=", tablesOpen, tablesClosed},
    {"a plan of the view", "dana", fixed("EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM quarterdeck.log"), "actual time=[^)]*rows=[3-9]",
     noRowSecurity, rowSecurity},
    {"the view", "dana", fixed("SELECT body FROM quarterdeck.log"), "payroll", noRowSecurity, rowSecurity},
    {"the view, by an administrator", "adam", fixed("SELECT body FROM quarterdeck.log"), "payroll", noRowSecurity, rowSecurity},
    {"a search", "dana", fixed("SELECT 'found' FROM quarterdeck.log WHERE body LIKE '%payroll%'"), "found", noRowSecurity, rowSecurity},
    {"what a cheap condition is shown", "dana",
     fixed("CREATE FUNCTION pg_temp.tell(t text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS 'BEGIN RAISE NOTICE ''%'', t; RETURN "
           "true; END';"
           "SELECT count(*) FROM quarterdeck.log WHERE pg_temp.tell(body) AND kind = 'no such'"),
     "payroll", noRowSecurity, rowSecurity},
    {"what is pulled", "dana", fixed("SELECT body FROM quarterdeck.pull('', 500, 100000)"), "payroll", noRowSecurity, rowSecurity},
    {"what is pulled, by an administrator", "adam", fixed("SELECT body FROM quarterdeck.pull('', 500, 100000)"), "payroll", member,
     noMember},
    {"what the plans inside a function hold", "dana",
     fixed("SET client_min_messages = log; SET debug_print_plan = on; SELECT count(*) FROM quarterdeck.pull('', 10, 1000)"),
     R"("one" "last")", "ALTER FUNCTION quarterdeck.pull(text, int, bigint) RESET client_min_messages"},
    {"how far a chain is", "dana",
     [](Scene &scene) {
         return QStringLiteral("SELECT 'has ' || hub_has FROM quarterdeck.heads('[\"%1\"]')").arg(scene.secret.console.toString());
     },
     "has \\d", noRowSecurity, rowSecurity},
    {"a gap in a chain", "dana", fixed("SELECT 'gap' FROM quarterdeck.log GROUP BY console HAVING max(console_seq) <> count(*)"), "gap",
     "ALTER TABLE quarterdeck.event DISABLE TRIGGER ALL; UPDATE quarterdeck.event SET restricted = true WHERE kind = "
     "'incident.declared'; ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_event"},
    {"where it is told", "dana", fixed("SELECT 'channels ' || count(*) FROM quarterdeck.channels()"), "channels [2-9]", noRowSecurity,
     rowSecurity},
    {"that it is told", "dana", listen, "Asynchronous notification", member, noMember},
    {"who is at it", "dana",
     [](Scene &scene) { return QStringLiteral("SELECT incident FROM quarterdeck.here(gen_random_uuid(), '%1')").arg(scene.incident()); },
     "\\w", member, noMember},
    {"its picture", "dana",
     [](Scene &scene) {
         return QStringLiteral("SELECT 'got ' || convert_from(quarterdeck.attachment_get('%1', '%2', 0), 'UTF8')")
             .arg(scene.incident(), scene.sha);
     },
     "got payroll", member, noMember},
    {"whether its picture is there", "dana",
     [](Scene &scene) {
         return QStringLiteral("SELECT 'lacks ' || count(*) FROM quarterdeck.attachment_missing('%1', '%2', 11)")
             .arg(scene.incident(), scene.sha);
     },
     "lacks", member, noMember},
    {"the answer to a push", "dana", [](Scene &scene) { return compareAnswers(scene, QStringLiteral("Dana")); }, "told", member, noMember},
    {"the answer to an administrator", "adam", [](Scene &scene) { return compareAnswers(scene, QStringLiteral("Adam")); }, "told", member,
     noMember},
    {"a table of one's own in the way", "dana",
     [](Scene &scene) {
         return QStringLiteral(
                    "CREATE TEMP TABLE incident_member (incident uuid, person text, login name, present boolean); GRANT ALL ON "
                    "incident_member TO PUBLIC;"
                    "INSERT INTO incident_member VALUES ('%1', 'Dana', 'dana', true); SET search_path = pg_temp, quarterdeck, pg_catalog;"
                    "SELECT 'got ' || convert_from(quarterdeck.attachment_get('%1', '%2', 0), 'UTF8')")
             .arg(scene.incident(), scene.sha);
     },
     "got payroll",
     "SET check_function_bodies = off; CREATE OR REPLACE FUNCTION quarterdeck.may_see(p_incident uuid) RETURNS boolean LANGUAGE sql STABLE "
     "AS 'SELECT EXISTS (SELECT FROM incident_member m "
     "WHERE m.incident = p_incident AND m.login = session_user)'; ALTER FUNCTION quarterdeck.attachment_get(uuid, text, int) RESET "
     "search_path"},
    {"how many rows were written", "dana", fixed("SELECT 'rows ' || n_tup_ins FROM pg_stat_all_tables WHERE relname = 'event'"), "rows \\d",
     statistics},
    {"how many rows there are", "dana", fixed("SELECT 'rows ' || pg_stat_get_live_tuples(oid) FROM pg_class WHERE relname = 'event'"),
     "rows \\d", statistics},
    {"how large the log is", "dana", fixed("SELECT 'bytes ' || pg_relation_size(oid) FROM pg_class WHERE relname = 'event'"), "bytes \\d",
     statistics},
    {"what the planner knows", "dana", fixed("SELECT 'rows ' || reltuples FROM pg_class WHERE relname = 'event'"), "rows", statistics},
    {"what the planner knows of columns", "dana",
     fixed("ANALYZE quarterdeck.event; SELECT 'most ' || most_common_vals::text FROM pg_stats WHERE tablename = 'event' AND attname = "
           "'kind'"),
     "most", "ALTER TABLE quarterdeck.event OWNER TO dana; ALTER TABLE quarterdeck.event DISABLE ROW LEVEL SECURITY"},
};

} // namespace

class HubReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_intact = std::make_unique<Scene>();
        m_weak = std::make_unique<Scene>();
    }
    void nobodyLearnsWhatIsNotTheirs_data() { attackRows(attacks); }
    void nobodyLearnsWhatIsNotTheirs()
    {
        QFETCH(int, row);
        tryAttack(attacks[static_cast<size_t>(row)], *m_intact, *m_weak);
    }

    void psqlStillWorksForThem_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"\\d", "\\dt quarterdeck.*", "\\d quarterdeck.event", "\\df quarterdeck.*", "\\du", "\\dn+",
                                    "\\dp quarterdeck.*", "\\l", "\\sv quarterdeck.log", "SELECT * FROM pg_tables",
                                    "SELECT * FROM information_schema.tables", "SELECT oid::regclass FROM pg_class"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void psqlStillWorksForThem()
    {
        QFETCH(QString, command);
        const Answer answer = m_intact->room.ask("dana", command);
        QVERIFY2(answer.ok(), qPrintable(answer.error));
    }

    void noFunctionWithMoreRightsTellsHowItRuns()
    {
        QCOMPARE(m_intact->room.must("postgres",
                                     "SELECT proname FROM pg_proc WHERE pronamespace = 'quarterdeck'::regnamespace AND prosecdef "
                                     "AND NOT 'client_min_messages=notice' = ANY (proconfig)"),
                 QString());
    }

    void anAdministratorDoesNotBecomeAMemberByTakingTheName()
    {
        Scene scene;
        QVERIFY(!scene.room.ask("adam", QStringLiteral("SELECT quarterdeck.grant_standing('adam', 'administrator', 'Sam')")).ok());
        scene.room.must("adam",
                        "SELECT quarterdeck.grant_standing('sam', 'observer', 'Somebody'); SELECT quarterdeck.grant_standing('adam', "
                        "'administrator', 'Sam')");
        QVERIFY(!scene.room.pulled("adam").contains(QLatin1String("payroll")));
        QVERIFY(scene.room.pulled("sam").contains(QLatin1String("payroll")));
    }
    void cleanupTestCase()
    {
        m_intact.reset();
        m_weak.reset();
    }

private:
    std::unique_ptr<Scene> m_intact, m_weak;
};

QTEST_GUILESS_MAIN(HubReadingTest)
#include "tst_hubreading.moc"
