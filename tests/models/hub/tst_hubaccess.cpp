// Whoever may not write tries to, through psql.
#include "tests/models/hub/hubscene.h"

using namespace qd;
using namespace qd::test;

namespace {

QString pushOne(const QJsonObject &event)
{
    return pushSql({event});
}

const char openTable[] = "GRANT USAGE ON SCHEMA quarterdeck TO PUBLIC; GRANT ALL ON ALL TABLES IN SCHEMA quarterdeck TO dana; "
                         "ALTER TABLE quarterdeck.event DISABLE ROW LEVEL SECURITY; ALTER TABLE quarterdeck.event DISABLE TRIGGER ALL";
const char closeTable[] =
    "REVOKE ALL ON ALL TABLES IN SCHEMA quarterdeck FROM dana; ALTER TABLE quarterdeck.event ENABLE ROW LEVEL SECURITY; "
    "ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_event; ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_events";
const char danaOwns[] = "GRANT %db_owner TO dana";
const char danaOwnsNot[] = "REVOKE %db_owner FROM dana";
const char adamOwns[] = "GRANT %db_owner TO adam";
const char adamOwnsNot[] = "REVOKE %db_owner FROM adam";
const char allFunctions[] = "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA quarterdeck TO dana";
const char danaLeads[] = "GRANT %db_administrator TO dana";
const char danaLeadsNot[] = "REVOKE %db_administrator FROM dana";

const std::vector<Attack> attacks = {
    {"an author is forged", "dana",
     [](Scene &scene) {
         Chain forged;
         forged.incident = scene.open.incident;
         forged.author = QStringLiteral("Sam");
         return pushOne(forged.entry(QStringLiteral("I approve")));
     },
     "^kept", danaLeads, danaLeadsNot},
    {"an observer writes", "olga",
     [](Scene &scene) {
         Chain own;
         own.incident = scene.open.incident;
         own.author = QStringLiteral("Olga");
         return pushOne(own.entry(QStringLiteral("me too")));
     },
     "^kept", "GRANT %db_responder TO olga", "REVOKE %db_responder FROM olga"},
    {"an observer adds an attachment", "olga",
     [](Scene &scene) {
         const QJsonObject named = scene.open.next(kinds::attachmentAdded, {{QStringLiteral("sha256"), scene.sha}});
         scene.room.push("dana", {named});
         return QStringLiteral("SELECT quarterdeck.attachment_put('%1', '%2', 11, 0, 'payroll.png'::bytea)")
             .arg(scene.open.incident.toString(), scene.sha);
     },
     "^t$", "GRANT %db_responder TO olga", "REVOKE %db_responder FROM olga"},
    {"another's chain goes on", "sam",
     [](Scene &scene) {
         Chain taken = scene.open;
         taken.author = QStringLiteral("Sam");
         return QStringLiteral("BEGIN; ") + pushOne(taken.entry(QStringLiteral("as it were"))) + QStringLiteral("; ROLLBACK");
     },
     "^kept", "UPDATE quarterdeck.chain SET login = 'sam' WHERE login = 'dana'",
     "UPDATE quarterdeck.chain SET login = 'dana' WHERE person = 'Dana'"},
    {"the sender is forged", "dana",
     [](Scene &scene) {
         Chain own;
         own.incident = scene.open.incident;
         QJsonObject event = own.entry(QStringLiteral("who said that"));
         event[QStringLiteral("sent_by")] = QStringLiteral("sam");
         return pushOne(event)
             + QStringLiteral("; SELECT 'by ' || sent_by FROM quarterdeck.log WHERE id = '%1'").arg(event[QStringLiteral("id")].toString());
     },
     "^by sam$",
     "CREATE FUNCTION public.sam() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.sent_by := ''sam''; RETURN NEW; END';"
     "CREATE TRIGGER sam BEFORE INSERT ON quarterdeck.event FOR EACH ROW EXECUTE FUNCTION public.sam()",
     "DROP FUNCTION public.sam() CASCADE"},
    {"an event is changed", "dana", fixed("UPDATE quarterdeck.event SET body = '{}' WHERE id = '%entry' RETURNING 'done'"), "done",
     openTable, closeTable},
    {"an event is moved", "dana", fixed("UPDATE quarterdeck.event SET author = 'Sam' WHERE id = '%entry' RETURNING 'done'"), "done",
     openTable, closeTable},
    {"an event is put in", "dana",
     fixed("BEGIN; INSERT INTO quarterdeck.event SELECT 900, gen_random_uuid(), incident, kind, body, 'Sam', happened_at, recorded_at, "
           "stamp, gen_random_uuid(), 1, body_hash,"
           "prev, hash, 'sam', now(), false FROM quarterdeck.event WHERE id = '%entry' RETURNING 'done'; ROLLBACK"),
     "done", openTable, closeTable},
    {"an event is removed", "dana", fixed("BEGIN; DELETE FROM quarterdeck.event WHERE id = '%entry' RETURNING 'done'; ROLLBACK"), "done",
     openTable, closeTable},
    {"the log is emptied", "dana", fixed("BEGIN; TRUNCATE quarterdeck.event; ROLLBACK; SELECT 'done'"), "done", openTable, closeTable},
    {"the log is dropped", "adam", fixed("BEGIN; DROP TABLE quarterdeck.event CASCADE; ROLLBACK; SELECT 'done'"), "done", adamOwns,
     adamOwnsNot},
    {"the schema is dropped", "adam", fixed("BEGIN; DROP SCHEMA quarterdeck CASCADE; ROLLBACK; SELECT 'done'"), "done", adamOwns,
     adamOwnsNot},
    {"a trigger is switched off", "adam", fixed("BEGIN; ALTER TABLE quarterdeck.event DISABLE TRIGGER ALL; ROLLBACK; SELECT 'done'"),
     "done", adamOwns, adamOwnsNot},
    {"row security is switched off", "adam",
     fixed("BEGIN; ALTER TABLE quarterdeck.event DISABLE ROW LEVEL SECURITY; ROLLBACK; SELECT 'done'"), "done", adamOwns, adamOwnsNot},
    {"a function is replaced", "dana",
     fixed("BEGIN; CREATE OR REPLACE FUNCTION quarterdeck.may_see(p_incident uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true'; "
           "ROLLBACK; SELECT 'done'"),
     "done", danaOwns, danaOwnsNot},
    {"something is put beside it", "dana", fixed("BEGIN; CREATE TABLE quarterdeck.mine (x int); ROLLBACK; SELECT 'done'"), "done",
     "GRANT CREATE ON SCHEMA quarterdeck TO dana", "REVOKE CREATE ON SCHEMA quarterdeck FROM dana"},
    {"a superuser's slip changes an event", "postgres",
     fixed("UPDATE quarterdeck.event SET author = 'Sam' WHERE id = '%entry' RETURNING 'done'"), "done", openTable, closeTable},
    {"a superuser's slip removes one as a replica", "postgres",
     fixed("BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM quarterdeck.event WHERE id = '%entry' RETURNING 'done'; "
           "ROLLBACK"),
     "done", "ALTER TABLE quarterdeck.event ENABLE TRIGGER keep_event", "ALTER TABLE quarterdeck.event ENABLE ALWAYS TRIGGER keep_event"},
    {"triggers are passed by as a replica", "dana", fixed("SET session_replication_role = replica; SELECT 'done'"), "done",
     "GRANT SET ON PARAMETER session_replication_role TO dana", "REVOKE SET ON PARAMETER session_replication_role FROM dana"},
    {"one becomes the owner", "dana", fixed("SET ROLE %db_owner; SELECT 'done'"), "done", danaOwns, danaOwnsNot},
    {"an administrator becomes the owner", "adam", fixed("SET ROLE %db_owner; SELECT 'done'"), "done", adamOwns, adamOwnsNot},
    {"one becomes another", "dana", fixed("SET SESSION AUTHORIZATION sam; SELECT 'done'"), "done", "ALTER ROLE dana SUPERUSER",
     "ALTER ROLE dana NOSUPERUSER"},
    {"one gives oneself standing", "dana",
     fixed("BEGIN; SELECT quarterdeck.grant_standing('dana', 'administrator', 'Dana'); ROLLBACK; SELECT 'done'"), "done", danaLeads,
     danaLeadsNot},
    {"one gives oneself the group", "dana", fixed("BEGIN; GRANT %db_administrator TO dana; ROLLBACK; SELECT 'done'"), "done",
     "GRANT %db_administrator TO dana WITH ADMIN OPTION", danaLeadsNot},
    {"a stranger gets in by the owner's function", "mallory", fixed("SELECT quarterdeck.first_administrator('Mallory'); SELECT 'done'"),
     "done", "GRANT USAGE ON SCHEMA quarterdeck TO mallory; GRANT %db_owner TO mallory",
     "REVOKE USAGE ON SCHEMA quarterdeck FROM mallory; REVOKE %db_owner FROM mallory"},
    {"the counter is held", "dana", fixed("BEGIN; LOCK TABLE quarterdeck.counter IN EXCLUSIVE MODE; ROLLBACK; SELECT 'done'"), "done",
     openTable, closeTable},
    {"an inner function tells a place in the log", "dana", fixed("SELECT 'place ' || quarterdeck.place_of('%entry')"), "place \\d",
     allFunctions},
    {"a chain is forked", "dana",
     [](Scene &scene) {
         Chain fork = scene.open;
         fork.seq = 1;
         return pushOne(fork.entry(QStringLiteral("rolled nothing back")));
     },
     "^kept",
     "ALTER TABLE quarterdeck.event DROP CONSTRAINT event_console_console_seq_key; UPDATE quarterdeck.chain c SET last_seq = 1, "
     "last_hash = (SELECT e.hash FROM quarterdeck.event e WHERE e.console = c.console ORDER BY console_seq DESC LIMIT 1)"},
};

} // namespace

class HubAccessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_intact = std::make_unique<Scene>();
        m_weak = std::make_unique<Scene>();
    }
    void nobodyWritesWhoMayNot_data() { attackRows(attacks); }
    void nobodyWritesWhoMayNot()
    {
        QFETCH(int, row);
        tryAttack(attacks[static_cast<size_t>(row)], *m_intact, *m_weak);
    }
    void andTheLogIsWhatItWas()
    {
        QCOMPARE(m_intact->room.pulled("olga").section(QLatin1Char('\n'), 0, 1), QStringLiteral("Checkout returns 503\nrolled back 4.12"));
        QCOMPARE(m_intact->room.must("postgres", "SELECT count(*) FROM quarterdeck.event WHERE author <> 'Dana' AND NOT restricted"),
                 QStringLiteral("0"));
    }
    void cleanupTestCase()
    {
        m_intact.reset();
        m_weak.reset();
    }

private:
    std::unique_ptr<Scene> m_intact, m_weak;
};

QTEST_GUILESS_MAIN(HubAccessTest)
#include "tst_hubaccess.moc"
