#pragma once
// A hub of its own for a bench, with logins for many consoles.

#include "models/hub/hubaddress.h"
#include "models/hub/hubclock.h"
#include "models/hub/hubschema.h"
#include "tests/bench/hublog.h"
#include "tests/bench/idleprogram.h"
#include "tests/support/cluster.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QUrl>

namespace qd::bench {

class BenchClock : public hub::HubClock
{
public:
    [[nodiscard]] Instant now() const override { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
    [[nodiscard]] Duration steady() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

inline QString personOf(int console)
{
    return QStringLiteral("scribe%1").arg(console);
}

inline std::unique_ptr<Journal> joinedJournal(const QString &file, const QString &address, const QString &hub)
{
    std::unique_ptr<Journal> journal = openBenchJournal(file);
    Sharing sharing;
    sharing.address = address;
    sharing.hub = hub;
    if (!journal->join(sharing))
        qFatal("%s could not join", qPrintable(file));
    return journal;
}

inline hub::HubAddress addressOf(const QString &text)
{
    const Result<hub::TypedAddress> read = hub::readHubAddress(text);
    if (!read)
        qFatal("%s: %s", qPrintable(text), qPrintable(read.error().sentence));
    return read->address;
}

struct HubLoad
{
    double cpuSeconds = 0; // of the server and all that it started
    qint64 transactions = 0;
    int connections = 0;
};

class HubBench
{
public:
    explicit HubBench(int logins) : m_cluster(test::Cluster::start()), m_folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX"))
    {
        m_cluster->createDatabase(QStringLiteral("room"));
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("bench"));
        database.setHostName(m_cluster->socketFolder());
        database.setPort(m_cluster->port());
        database.setUserName(m_cluster->superuser());
        database.setDatabaseName(QStringLiteral("room"));
        if (!database.open() || !hub::initHub(database))
            qFatal("the hub could not be made");
        for (int i = 0; i < logins; ++i) {
            m_cluster->createLogin(personOf(i));
            must(QStringLiteral("SELECT quarterdeck.grant_standing('%1', 'responder', NULL)").arg(personOf(i)));
        }
        m_hub = must(QStringLiteral("SELECT hub FROM quarterdeck.meta"));
    }
    ~HubBench() { QSqlDatabase::removeDatabase(QStringLiteral("bench")); }

    QString must(const QString &sql) const { return m_cluster->must(QStringLiteral("room"), sql).trimmed(); }
    [[nodiscard]] const QString &hub() const { return m_hub; }
    [[nodiscard]] QString file(int console) const { return m_folder.filePath(QStringLiteral("console-%1.db").arg(console)); }
    [[nodiscard]] QString address(int console) const
    {
        return QStringLiteral("postgresql://%1@%2:%3/room")
            .arg(personOf(console), QString::fromLatin1(QUrl::toPercentEncoding(m_cluster->socketFolder())),
                 QString::number(m_cluster->port()));
    }
    [[nodiscard]] QByteArray conninfo() const // as superuser
    {
        return QStringLiteral("host=%1 port=%2 user=%3 dbname=room")
            .arg(m_cluster->socketFolder())
            .arg(m_cluster->port())
            .arg(m_cluster->superuser())
            .toUtf8();
    }

    // On the hub, so that every console finds it there.
    IncidentId declare() const
    {
        Recorder recorder(ConsoleId(QUuid::createUuid()), personOf(0));
        Event event = recorder.record({IncidentId::make(benchStart), QStringLiteral("incident.declared"), {}, benchStart}, benchStart);
        const QByteArray body =
            R"({"plan":{"severities":[{"id":"P0","name":"Critical"}]},"ref":"INC-ROOM","severity":"P0","title":"Twenty at once"})";
        event.consoleSeq = 1;
        event.bodyHash = hashBody(body);
        event.hash = hashEvent(event);
        const QString quoted = QLatin1Char('"') + QString::fromUtf8(body).replace(QLatin1Char('"'), QLatin1String("\\\"")) + QLatin1Char('"');
        const QString json =
            QStringLiteral(
                R"([{"id":"%1","incident":"%2","kind":"%3","body":%4,"author":"%5","happened_at":%6,"recorded_at":%6,"stamp":%7,)"
                R"("console":"%8","console_seq":1,"body_hash":"%9","prev":"","hash":"%10"}])")
                .arg(event.id.toString(), event.incident.toString(), event.kind, quoted, event.author)
                .arg(toMsecs(event.happenedAt))
                .arg(event.stamp)
                .arg(event.console.toString(), QString::fromLatin1(event.bodyHash.toHex()), QString::fromLatin1(event.hash.toHex()));
        const test::Answer answer =
            m_cluster->psql(personOf(0), QStringLiteral("room"),
                            QStringLiteral("SELECT verdict || coalesce(reason, '') FROM quarterdeck.push($e$%1$e$)").arg(json));
        if (answer.out.trimmed() != QLatin1String("kept"))
            qFatal("the incident was not taken: %s%s", qPrintable(answer.out), qPrintable(answer.error));
        return event.incident;
    }

    [[nodiscard]] HubLoad load() const
    {
        const qint64 server = must(QStringLiteral("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")).toLongLong();
        HubLoad load;
        load.cpuSeconds = spentBy(server).cpuSeconds;
        for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
            if (process.toLongLong() > 0 && stat.open(QIODevice::ReadOnly)
                && stat.readAll().split(')').last().split(' ').value(2).toLongLong() == server)
                load.cpuSeconds += spentBy(process.toLongLong()).cpuSeconds;
        }
        load.transactions =
            must(QStringLiteral("SELECT pg_stat_clear_snapshot(), xact_commit FROM pg_stat_database WHERE datname = 'room'"))
                .section(QLatin1Char('|'), 1)
                .toLongLong();
        load.connections = must(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname = 'room'")).toInt();
        return load;
    }

private:
    std::unique_ptr<test::Cluster> m_cluster;
    QTemporaryDir m_folder;
    QString m_hub;
};

} // namespace qd::bench
