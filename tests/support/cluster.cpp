#include "tests/support/cluster.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qd::test {
namespace {

const QString binaries = QStringLiteral("/usr/lib/postgresql/15/bin/");
constexpr int patience = 60000; // ms, on a machine that does much else

QStringList wrapped(const QString &program, const QStringList &arguments)
{
    QStringList all{QStringLiteral("--pdeathsig"), QStringLiteral("INT")};
    if (::geteuid() == 0)
        all << QStringLiteral("--reuid=postgres") << QStringLiteral("--regid=postgres") << QStringLiteral("--init-groups");
    return all << program << arguments;
}

int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = ::bind(probe, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(probe);
    if (!found)
        qFatal("no free port for PostgreSQL");
    return ntohs(address.sin_port);
}

// A short path: a Unix socket's name holds 107 characters.
QString newFolder()
{
    const QString path = QStringLiteral("/tmp/qdpg-%1").arg(QRandomGenerator::system()->generate64(), 0, 36);
    runAsPostgres(QStringLiteral("mkdir"), {QStringLiteral("-m"), QStringLiteral("700"), path});
    return path;
}

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString runAsPostgres(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(QStringLiteral("setpriv"), wrapped(program, arguments));
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s: %s%s", qPrintable(program), process.readAllStandardError().constData(), qPrintable(process.errorString()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

Cluster::Cluster(const QString &folder) : m_folder(folder), m_port(freePort())
{
    employJanitor();
}

// It waits for the end of its input, which comes with the end of this program, whatever ends it.
void Cluster::employJanitor()
{
    const QString tidy = QStringLiteral("cat > /dev/null; server=$(head -n 1 \"$0/data/postmaster.pid\" 2> /dev/null); "
                                        "[ \"$(readlink /proc/$server/cwd)\" = \"$0/data\" ] && kill -9 $server; "
                                        "rm -rf \"$0\" 2> /dev/null || { sleep 1; rm -rf \"$0\"; }");
    m_janitor = std::make_unique<QProcess>();
    m_janitor->setWorkingDirectory(QStringLiteral("/"));
    m_janitor->start(QStringLiteral("setsid"),
                     {QStringLiteral("sh"), QStringLiteral("-c"), tidy, m_folder}); // not of a group that is killed
    if (!m_janitor->waitForStarted(patience))
        qFatal("sh does not start");
}

std::unique_ptr<Cluster> Cluster::start(Disk disk)
{
    if (!QFileInfo::exists(binaries + QStringLiteral("initdb")))
        qFatal("PostgreSQL 15 is not installed: apt-get install postgresql-15 (packaging/debian-packages.txt)");
    std::unique_ptr<Cluster> cluster(new Cluster(newFolder()));
    runAsPostgres(binaries + QStringLiteral("initdb"),
                  {QStringLiteral("--pgdata=") + cluster->data(), QStringLiteral("--username=postgres"), QStringLiteral("--auth=trust"),
                   QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
    cluster->append(
        QStringLiteral("postgresql.conf"),
        QStringLiteral("listen_addresses = '127.0.0.1'\nmax_connections = 200\nshared_buffers = 32MB\n"
                       "wal_level = replica\nmax_wal_senders = 4\nlog_min_messages = panic\nlog_min_error_statement = fatal\n"));
    if (disk == Disk::NotAwaited)
        cluster->append(QStringLiteral("postgresql.conf"), QStringLiteral("fsync = off\n"));
    QFile::remove(cluster->data() + QStringLiteral("/pg_hba.conf"));
    cluster->append(QStringLiteral("pg_hba.conf"),
                    QStringLiteral("local all all trust\nlocal replication all trust\n"
                                   "host all all 127.0.0.1/32 scram-sha-256\n"));
    cluster->launch();
    return cluster;
}

std::unique_ptr<Cluster> Cluster::standbyOf(Cluster &primary)
{
    std::unique_ptr<Cluster> cluster(new Cluster(newFolder()));
    runAsPostgres(binaries + QStringLiteral("pg_basebackup"),
                  {QStringLiteral("--pgdata=") + cluster->data(), QStringLiteral("--host=") + primary.m_folder,
                   QStringLiteral("--port=%1").arg(primary.m_port), QStringLiteral("--username=postgres"),
                   QStringLiteral("--write-recovery-conf"), QStringLiteral("--wal-method=stream"), QStringLiteral("--checkpoint=fast"),
                   QStringLiteral("--no-sync")});
    cluster->launch();
    return cluster;
}

Cluster::~Cluster()
{
    kill(); // it need not tidy up what is thrown away
    m_janitor->closeWriteChannel();
    m_janitor->waitForFinished(patience);
}

void Cluster::launch()
{
    m_server = std::make_unique<QProcess>();
    m_server->setWorkingDirectory(QStringLiteral("/"));
    m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server->start(QStringLiteral("setpriv"),
                    wrapped(binaries + QStringLiteral("postgres"),
                            {QStringLiteral("-D"), data(), QStringLiteral("-k"), m_folder, QStringLiteral("-p"), QString::number(m_port)}));
    const QString file = data() + QStringLiteral("/postmaster.pid");
    for (const QDeadlineTimer deadline(patience); !deadline.hasExpired();) {
        const QStringList lines = contents(file).split(QLatin1Char('\n'));
        if (lines.value(0).toLongLong() == m_server->processId() && lines.value(7).trimmed() == QLatin1String("ready"))
            return;
        if (m_server->waitForFinished(10) || m_server->state() == QProcess::NotRunning)
            m_server->start(); // what a killed server left behind is still on its way out
    }
    qFatal("PostgreSQL in %s does not start", qPrintable(m_folder));
}

void Cluster::signal(int number) const
{
    for (const QString &pid :
         contents(QStringLiteral("/proc/%1/task/%1/children").arg(m_server->processId())).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        ::kill(pid.toInt(), number);
    ::kill(static_cast<pid_t>(m_server->processId()), number);
}

void Cluster::kill()
{
    if (!m_server || m_server->state() == QProcess::NotRunning)
        return;
    signal(SIGKILL);
    m_server->waitForFinished(patience);
}

void Cluster::stop()
{
    if (!m_server || m_server->state() == QProcess::NotRunning)
        return;
    thaw();
    ::kill(static_cast<pid_t>(m_server->processId()), SIGINT);
    if (!m_server->waitForFinished(patience))
        kill();
}

void Cluster::restart()
{
    stop();
    launch();
}

void Cluster::freeze()
{
    signal(SIGSTOP);
}

void Cluster::thaw()
{
    signal(SIGCONT);
}

void Cluster::promote()
{
    must(QStringLiteral("postgres"), QStringLiteral("SELECT pg_promote()"));
}

void Cluster::detach()
{
    must(QStringLiteral("postgres"), QStringLiteral("ALTER SYSTEM SET primary_conninfo = ''"));
    reload();
    const QDeadlineTimer deadline(patience);
    while (must(QStringLiteral("postgres"), QStringLiteral("SELECT count(*) FROM pg_stat_wal_receiver")) != QLatin1String("0")) {
        if (deadline.hasExpired())
            qFatal("the standby goes on receiving");
    }
}

void Cluster::awaitStandby()
{
    const QString behind = QStringLiteral("SELECT count(*) FROM pg_stat_replication WHERE replay_lsn IS NULL OR replay_lsn < '%1'")
                               .arg(must(QStringLiteral("postgres"), QStringLiteral("SELECT pg_current_wal_flush_lsn()")));
    const QDeadlineTimer deadline(patience);
    while (must(QStringLiteral("postgres"), behind) != QLatin1String("0")) {
        if (deadline.hasExpired())
            qFatal("the standby does not catch up");
    }
}

void Cluster::append(const QString &name, const QString &lines) const
{
    const QString path = data() + QLatin1Char('/') + name;
    const bool isNew = !QFileInfo::exists(path);
    if (isNew)
        runAsPostgres(QStringLiteral("touch"), {path});
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(lines.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

void Cluster::reload() const
{
    ::kill(static_cast<pid_t>(m_server->processId()), SIGHUP);
}

} // namespace qd::test
