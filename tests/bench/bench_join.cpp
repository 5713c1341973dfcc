// A new console joins a hub that holds a million events, against a bare COPY of the same rows out of the same hub into the same SQLite schema.
// `bench_join [EVENTS]`, a million where none is given.
#include "models/hub/courier.h"
#include "models/hub/journallog.h"
#include "models/hub/postgreshub.h"
#include "models/journal/sharedlog.h"
#include "tests/bench/hubbench.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QProcess>

#include <libpq-fe.h>

#include <sys/resource.h>

using namespace qd;
using namespace qd::bench;

namespace {

constexpr double goal = 2;

PGconn *connect(const HubBench &room)
{
    PGconn *connection = PQconnectdb(room.conninfo().constData());
    if (PQstatus(connection) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(connection));
    return connection;
}

void begin(PGconn *connection, const char *sql, ExecStatusType expected)
{
    PGresult *result = PQexec(connection, sql);
    if (PQresultStatus(result) != expected)
        qFatal("%s: %s", sql, PQerrorMessage(connection));
    PQclear(result);
}

QByteArray copyField(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t");
}

// Past push(), as an administrator of the database could: what is measured is the way out.
void fill(const HubBench &room, qint64 events)
{
    PGconn *connection = connect(room);
    begin(connection,
          "COPY quarterdeck.event (seq, id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, "
          "body_hash, prev, hash, "
          "sent_by, restricted) FROM STDIN",
          PGRES_COPY_IN);
    HubLog log(events);
    CarriedEvent carried;
    for (qint64 seq = 1; log.next(carried); ++seq) {
        const Event &event = carried.event;
        const auto hex = [](const QByteArray &bytes) { return "\\\\x" + bytes.toHex(); };
        const QByteArrayList fields{QByteArray::number(seq),
                                    event.id.toString().toLatin1(),
                                    event.incident.toString().toLatin1(),
                                    event.kind.toUtf8(),
                                    copyField(carried.body),
                                    event.author.toUtf8(),
                                    QByteArray::number(toMsecs(event.happenedAt)),
                                    QByteArray::number(toMsecs(event.recordedAt)),
                                    QByteArray::number(event.stamp),
                                    event.console.toString().toLatin1(),
                                    QByteArray::number(event.consoleSeq),
                                    hex(event.bodyHash),
                                    hex(event.prev),
                                    hex(event.hash),
                                    "scribe0",
                                    "f"};
        const QByteArray line = fields.join('\t') + '\n';
        PQputCopyData(connection, line.constData(), static_cast<int>(line.size()));
    }
    PQputCopyEnd(connection, nullptr);
    PQclear(PQgetResult(connection));
    PQfinish(connection);
    room.must(QStringLiteral(
        "INSERT INTO quarterdeck.incident (id, brought_by) SELECT DISTINCT incident, 'scribe0'::name FROM quarterdeck.event"));
    room.must(QStringLiteral("UPDATE quarterdeck.counter SET last = (SELECT max(seq) FROM quarterdeck.event)"));
    room.must(QStringLiteral("VACUUM ANALYZE"));
}

// The rows of the log, and those that the same schema keeps for them: the fold's order, the chains and the words.
class BareRows
{
public:
    explicit BareRows(const QString &file) : m_database(file)
    {
        for (const char *sql : {"PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = ON", "PRAGMA cache_size = -16384", "BEGIN"})
            m_database.run(sql);
        m_event.emplace(
            m_database,
            "INSERT INTO event (id, incident, kind, body, author, happened_at, recorded_at, stamp, console, console_seq, body_hash, prev, "
            "hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        m_words.emplace(m_database, "INSERT INTO entry_text (rowid, text, event, incident, at) VALUES (?, ?, ?, ?, ?)");
    }
    void add(const QByteArrayList &fields)
    {
        const QByteArray id = QByteArray::fromHex(fields[0]);
        const QByteArray incident = QByteArray::fromHex(fields[1]);
        m_event->blob(1, id);
        m_event->blob(2, incident);
        m_event->text(3, fields[2]);
        m_event->text(4, fields[3]);
        m_event->text(5, fields[4]);
        for (int i = 5; i < 8; ++i)
            m_event->number(i + 1, fields[i].toLongLong());
        m_event->blob(9, QByteArray::fromHex(fields[8]));
        m_event->number(10, fields[9].toLongLong());
        for (int i = 10; i < 13; ++i)
            m_event->blob(i + 1, QByteArray::fromHex(fields[i]));
        m_event->step();
        m_event->reset();
        m_words->number(1, ++m_position);
        m_words->text(2, fields[13]);
        m_words->blob(3, id);
        m_words->blob(4, incident);
        m_words->number(5, fields[5].toLongLong());
        m_words->step();
        m_words->reset();
    }
    void end()
    {
        m_event.reset();
        m_words.reset();
        m_database.run("INSERT INTO place SELECT incident, stamp, id, position FROM event ORDER BY 1, 2, 3");
        m_database.run("INSERT INTO link SELECT console, console_seq, position FROM event ORDER BY 1, 2");
        m_database.run("COMMIT");
        m_database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

private:
    BareDatabase m_database;
    std::optional<BareStatement> m_event;
    std::optional<BareStatement> m_words;
    qint64 m_position = 0;
};

void copyBare(const HubBench &room, const QString &file)
{
    openBenchJournal(file);
    BareRows rows(file);
    PGconn *connection = connect(room);
    begin(connection,
          "COPY (SELECT replace(id::text, '-', ''), replace(incident::text, '-', ''), kind, body, author, happened_at, recorded_at, stamp, "
          "replace(console::text, '-', ''), console_seq, encode(body_hash, 'hex'), encode(prev, 'hex'), encode(hash, 'hex'), "
          "coalesce(body::json ->> 'text', body::json ->> 'title', '') FROM quarterdeck.event ORDER BY seq) TO STDOUT",
          PGRES_COPY_OUT);
    char *line = nullptr;
    for (int size = 0; (size = PQgetCopyData(connection, &line, 0)) > 0;) {
        QByteArray row(line, size - 1);
        PQfreemem(line);
        if (row.contains('\\'))
            row.replace("\\\\", "\\");
        rows.add(row.split('\t'));
    }
    PQfinish(connection);
    rows.end();
}

void join(const HubBench &room, const QString &file, qint64 events)
{
    const auto journal = joinedJournal(file, room.address(0), room.hub());
    const auto log = SharedLog::open(file);
    hub::JournalLog port(**log);
    hub::HubConnection connection(addressOf(room.address(0)), QDir::tempPath(), std::make_shared<hub::CallGuard>());
    hub::PostgresHub there(connection);
    hub::Courier courier(port, there, {}, 1);
    Instant now = benchStart;
    qint64 told = 0;
    for (hub::Courier::Step step = courier.step(now); courier.status().state != hub::CourierState::InStep; step = courier.step(now)) {
        now = step.at ? *step.at : now + std::chrono::milliseconds(1);
        if (courier.status().error)
            qFatal("%s", qPrintable(courier.status().error->sentence));
        if (courier.status().received >= told + events / 5) {
            told = courier.status().received;
            std::printf("  %lld of %lld events are here\n", told, events);
            std::fflush(stdout);
        }
    }
    if (journal->position() != events)
        qFatal("%lld of %lld events are here", journal->position(), events);
}

double peakMegabytes()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 events = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1000000;
    const HubBench room(1);
    fill(room, events);
    const QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX")); // on a disk, not in memory
    const double bare = millisecondsOf([&] { copyBare(room, folder.filePath(QStringLiteral("bare.db"))); });
    const double before = peakMegabytes();
    const double ours = millisecondsOf([&] { join(room, folder.filePath(QStringLiteral("ours.db")), events); });
    std::printf("%lld events; memory at its highest %.0f MB before and %.0f MB after\n", events, before, peakMegabytes());
    printRatio("joining a hub", ours, bare, goal);
    return 0;
}
