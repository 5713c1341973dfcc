// Twenty consoles on one hub, an entry a second each: from "logged here" to "in the other console's state", against a bare insert, commit and
// NOTIFY in the same run. `bench_hub [SECONDS]`, 120 where none is given. Each console is a process of its own, as at twenty desks.
#include "models/core/fold.h"
#include "models/hub/courierthread.h"
#include "models/session/session.h"
#include "tests/bench/hubbench.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

#include <libpq-fe.h>
#include <poll.h>

using namespace qd;
using namespace qd::bench;

namespace {

constexpr int consoles = 20;
constexpr double goal = 3; // times the bare round trip, at the 99th percentile

qint64 microseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

struct Desk // what the parent tells a console
{
    int number = 0;
    QString file, address, hub, incident;
    qint64 beginsAt = 0; // milliseconds since 1970
    int entries = 0;

    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--console"), QString::number(number), file, address, hub, incident,
                QString::number(beginsAt),   QString::number(entries)};
    }
    [[nodiscard]] static Desk of(const QStringList &given)
    {
        return {given[2].toInt(), given[3], given[4], given[5], given[6], given[7].toLongLong(), given[8].toInt()};
    }
};

class Console
{
public:
    explicit Console(const Desk &desk)
        : m_desk(desk),
          m_journal(joinedJournal(desk.file, desk.address, desk.hub)),
          m_session({*m_journal, m_clock, [] { return std::vector<PlanChoice>(); },
                     [](const QString &) -> Result<plan::Plan> { return refused(QStringLiteral("no plans here")); }},
                    personOf(desk.number)),
          m_courier(desk.file, m_journal->console(), QDir::tempPath(), m_clock)
    {
        QObject::connect(&m_courier, &hub::CourierThread::arrived, m_journal.get(), [this] { m_journal->lookForArrivals(); });
        QObject::connect(m_journal.get(), &Journal::arrived, &m_session, [this] {
            if (!m_session.hasIncident())
                m_session.open(IncidentId::fromString(m_desk.incident));
        });
        QObject::connect(&m_session, &IncidentSession::saveStatusChanged, &m_courier, [this] {
            if (m_session.saveStatus().state == SaveState::Saved)
                m_courier.hint();
        });
        QObject::connect(&m_session, &IncidentSession::changed, &m_session, [this] { look(); });
        QObject::connect(&m_second, &QTimer::timeout, &m_second, [this] { write(); });
        m_session.start();
        m_session.open(IncidentId::fromString(desk.incident));
        m_courier.start(addressOf(desk.address), [](const auto &answer) { answer({}); });
        m_second.setTimerType(Qt::PreciseTimer);
        const qint64 first = desk.beginsAt + desk.number * 1000 / consoles - microseconds() / 1000;
        QTimer::singleShot(std::chrono::milliseconds(std::max<qint64>(first, 0)), Qt::PreciseTimer, &m_second,
                           [this] { m_second.start(1000); });
        QTimer::singleShot(std::chrono::milliseconds(std::max<qint64>(first, 0) + (desk.entries + 6) * 1000), &m_second, [this] { end(); });
    }

private:
    void write()
    {
        if (m_written == m_desk.entries)
            return;
        ++m_written;
        command::LogEntry entry;
        entry.text = QString::number(microseconds());
        if (!m_session.submit(entry))
            qFatal("console %d could not write", m_desk.number);
    }
    void look()
    {
        const qint64 now = microseconds();
        const QList<TimelineEntry> &entries = m_session.incident().entries;
        for (qsizetype i = std::max<qsizetype>(0, entries.size() - 400); i < entries.size(); ++i) {
            const TimelineEntry &entry = entries[i];
            if (entry.kind != QLatin1String("note") || m_seen.contains(entry.id))
                continue;
            m_seen.insert(entry.id);
            if (entry.author != m_session.author())
                std::printf("%lld\n", now - entry.text.toLongLong());
        }
    }
    void end()
    {
        std::printf("had %lld\n", static_cast<qint64>(m_seen.size()));
        std::fflush(stdout);
        m_courier.stop();
        QCoreApplication::quit();
    }

    Desk m_desk;
    BenchClock m_clock;
    std::unique_ptr<Journal> m_journal;
    IncidentSession m_session;
    hub::CourierThread m_courier;
    QTimer m_second;
    int m_written = 0;
    QSet<EventId> m_seen;
};

// A bare insert, its commit with a NOTIFY, and the notification's arrival on another connection, ten times a second.
class BareRoundTrips
{
public:
    BareRoundTrips(const HubBench &room, int seconds) : m_info(room.conninfo()), m_seconds(seconds)
    {
        m_thread = std::thread([this] { run(); });
    }
    std::vector<double> wait()
    {
        m_thread.join();
        return m_times;
    }

private:
    static void must(PGconn *connection, const char *sql)
    {
        PGresult *result = PQexec(connection, sql);
        if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
            qFatal("%s: %s", sql, PQerrorMessage(connection));
        PQclear(result);
    }
    void run()
    {
        PGconn *writer = PQconnectdb(m_info.constData());
        PGconn *reader = PQconnectdb(m_info.constData());
        must(writer, "CREATE TABLE public.bare (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)");
        must(reader, "LISTEN bare");
        const qint64 end = microseconds() + m_seconds * 1000000LL;
        while (microseconds() < end) {
            const qint64 start = microseconds();
            must(writer, "BEGIN");
            must(writer,
                 "INSERT INTO public.bare (body) VALUES ('{\"kind\":\"note\",\"text\":\"an entry of a scribe, as long as most of them "
                 "are\"}')");
            must(writer, "NOTIFY bare");
            must(writer, "COMMIT");
            awaitNotice(reader);
            m_times.push_back(static_cast<double>(microseconds() - start) / 1000);
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        PQfinish(writer);
        PQfinish(reader);
    }
    static void awaitNotice(PGconn *reader)
    {
        for (;;) {
            if (PGnotify *notice = PQnotifies(reader)) {
                PQfreemem(notice);
                return;
            }
            pollfd waiting{PQsocket(reader), POLLIN, 0};
            poll(&waiting, 1, 5000);
            PQconsumeInput(reader);
        }
    }

    QByteArray m_info;
    int m_seconds;
    std::vector<double> m_times;
    std::thread m_thread;
};

double percentile(std::vector<double> times, double part)
{
    const auto place = times.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(times.size() - 1) * part);
    std::nth_element(times.begin(), place, times.end());
    return *place;
}

int measure(int seconds)
{
    HubBench room(consoles);
    const IncidentId incident = room.declare();
    const qint64 beginsAt = microseconds() / 1000 + 8000;
    std::vector<std::unique_ptr<QProcess>> desks;
    for (int i = 0; i < consoles; ++i) {
        const Desk desk{i, room.file(i), room.address(i), room.hub(), incident.toString(), beginsAt, seconds};
        desks.push_back(std::make_unique<QProcess>());
        desks.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desks.back()->start(QCoreApplication::applicationFilePath(), desk.arguments());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(beginsAt - microseconds() / 1000));
    const HubLoad before = room.load();
    BareRoundTrips bare(room, seconds);
    const std::vector<double> bareTimes = bare.wait();
    const HubLoad after = room.load();

    std::vector<double> times;
    int complete = 0;
    for (const auto &desk : desks) {
        if (!desk->waitForFinished(60000))
            qFatal("a console did not end");
        for (const QByteArray &line : desk->readAllStandardOutput().split('\n')) {
            if (line.startsWith("had "))
                complete += line.mid(4).toLongLong() == static_cast<qint64>(consoles) * seconds ? 1 : 0;
            else if (!line.isEmpty())
                times.push_back(line.toDouble() / 1000);
        }
    }
    std::printf("%d consoles, an entry a second each, %d s: %d of them had everything; %zu arrivals\n", consoles, seconds, complete,
                times.size());
    std::printf("arrival p50 %.1f, p95 %.1f, p99 %.1f, worst %.1f ms; bare insert, commit and NOTIFY p50 %.1f, p95 %.1f, p99 %.1f ms\n",
                percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99), percentile(times, 1), percentile(bareTimes, 0.5),
                percentile(bareTimes, 0.95), percentile(bareTimes, 0.99));
    std::printf("the hub: %.1f %% of a core, %.0f transactions a second, %d connections\n",
                100 * (after.cpuSeconds - before.cpuSeconds) / seconds,
                static_cast<double>(after.transactions - before.transactions) / seconds, after.connections);
    printRatio("logged here, in the others' state (p99)", percentile(times, 0.99), percentile(bareTimes, 0.99), goal);
    return complete == consoles ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList given = QCoreApplication::arguments();
    if (given.value(1) == QLatin1String("--console")) {
        const Console console(Desk::of(given));
        return QCoreApplication::exec();
    }
    return measure(given.size() > 1 ? given[1].toInt() : 120);
}
