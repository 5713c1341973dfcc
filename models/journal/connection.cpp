#include "models/journal/connection.h"

#include <QUrl>

#include <atomic>

#include "models/journal/errors.h"
#include "models/journal/sqlfiles.h"
#include "models/journal/statement.h"

namespace qd::journal {
namespace {

QString nextName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("journal-%1").arg(++count);
}

QString uriOf(const QString &path, const char *query)
{
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(QLatin1String(query));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

Connection::Connection(const QString &path, const QString &name)
    : m_path(path),
      m_name(name),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
{
}

Connection::~Connection()
{
    assertThread();
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode, Damage damage)
{
    std::unique_ptr<Connection> made(new Connection(path, nextName()));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_URI");
    if (mode != Mode::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    made->m_database.setConnectOptions(options);
    made->m_database.setDatabaseName(uriOf(path, mode == Mode::Immutable ? "immutable=1" : ""));
    if (!made->m_database.open())
        return tl::unexpected(made->error(made->m_database.lastError()));
    if (damage == Damage::Tolerated) {
        if (const Result<void> done = made->run(QStringLiteral("PRAGMA writable_schema = ON")); !done)
            return tl::unexpected(done.error());
    }
    for (const char *pragma : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON",
                               "PRAGMA temp_store = MEMORY", "PRAGMA cell_size_check = ON", "PRAGMA cache_size = -16384"}) {
        if (const Result<void> done = made->run(QLatin1String(pragma)); !done)
            return tl::unexpected(done.error());
    }
    return made;
}

Result<void> Connection::run(const QString &sql, const QVariant &parameter)
{
    assertThread();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = false;
    if (parameter.isValid()) {
        done = query.prepare(sql);
        query.addBindValue(parameter);
        done = done && query.exec();
    } else {
        done = query.exec(sql);
    }
    if (!done)
        return tl::unexpected(error(query.lastError()));
    return {};
}

Result<QVariant> Connection::value(const QString &sql)
{
    assertThread();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || (!query.next() && query.lastError().isValid()))
        return tl::unexpected(error(query.lastError()));
    return query.isValid() ? query.value(0) : QVariant();
}

Result<void> Connection::write(const std::function<Result<void>()> &work, Durable durable)
{
    if (m_inTransaction)
        return work();
    if (durable == Durable::No)
        static_cast<void>(run(QStringLiteral("PRAGMA synchronous = NORMAL")));
    Result<void> done = Statement(*this, "001_begin_write").run();
    if (done) {
        m_inTransaction = true;
        done = work();
        if (done)
            done = Statement(*this, "002_commit").run();
        if (!done)
            static_cast<void>(Statement(*this, "003_rollback").run()); // some errors have rolled it back already
        m_inTransaction = false;
    }
    if (durable == Durable::No)
        static_cast<void>(run(QStringLiteral("PRAGMA synchronous = FULL")));
    return done;
}

Result<QSqlQuery *> Connection::prepared(const char *name)
{
    assertThread();
    const auto found = m_prepared.find(name);
    if (found != m_prepared.end())
        return &found->second;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statementText(name)))
        return tl::unexpected(error(query.lastError()));
    return &m_prepared.emplace(name, std::move(query)).first->second;
}

Error Connection::error(const QSqlError &error) const
{
    return storageError(error, m_path);
}

void Connection::assertThread() const
{
    if (m_thread != std::this_thread::get_id())
        qFatal("a connection to the journal was used by a thread that did not make it");
}

} // namespace qd::journal
