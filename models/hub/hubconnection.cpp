#include "models/hub/hubconnection.h"

#include "models/hub/hubsentences.h"
#include "models/hub/refusalstate.h"
#include "models/hub/sqlfiles.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>

#include <atomic>

#include <libpq-fe.h>
#include <locale.h>
#include <sys/socket.h>

namespace qd::hub {
namespace {

QString nextName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("hub-%1").arg(++count);
}

PGconn *native(const QSqlDatabase &database)
{
    const QVariant handle = database.driver() ? database.driver()->handle() : QVariant();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "pg_conn*") != 0)
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

// libpq words its errors in the language of the thread; the table of sentences knows them in its own.
void speakPlainly()
{
    static const locale_t plain = ::newlocale(LC_MESSAGES_MASK, "C", ::duplocale(LC_GLOBAL_LOCALE));
    if (plain)
        ::uselocale(plain);
}

} // namespace

HubConnection::HubConnection(HubAddress address, QString home, std::shared_ptr<CallGuard> guard, Duration callLimit)
    : m_address(std::move(address)),
      m_home(std::move(home)),
      m_guard(std::move(guard)),
      m_callLimit(callLimit)
{
    speakPlainly();
}

HubConnection::~HubConnection()
{
    close();
}

Result<void> HubConnection::open()
{
    if (m_isOpen)
        return {};
    if (m_guard->hasEnded())
        return failure(ErrorCode::Storage, QStringLiteral("the connection to the hub was ended"));
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        return refused(QStringLiteral("a hub needs the PostgreSQL driver of Qt; install the package libqt6sql6-psql"));
    close();
    m_name = nextName();
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    m_database.setDatabaseName(m_address.database);
    m_database.setConnectOptions(m_address.connectOptions(m_home));
    if (!m_database.open(m_address.login, m_password)) {
        HubTrouble trouble{m_database.lastError().nativeErrorCode(), m_database.lastError().databaseText()};
        close();
        if (trouble.state.isEmpty() && isInAnotherLanguage(trouble.message))
            trouble.state = refusalState(m_address.connectOptions(m_home), m_address.database, m_address.login, m_password, *m_guard);
        return tl::unexpected(hubError(m_address, trouble));
    }
    m_isOpen = true;
    PQsetNoticeProcessor(
        native(m_database), [](void *, const char *) {}, nullptr); // they would be written to stderr
    QObject::connect(m_database.driver(), &QSqlDriver::notification, m_database.driver(),
                     [this](const QString &, QSqlDriver::NotificationSource source, const QVariant &) {
                         if (source == QSqlDriver::OtherSource && m_notified)
                             m_notified();
                     });
    return {};
}

void HubConnection::close()
{
    if (m_name.isEmpty())
        return;
    if (const int open = socket(); open >= 0)
        ::shutdown(open, SHUT_RDWR); // what is said to a server that does not listen would be waited for
    m_isOpen = false;
    m_channels.clear();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
    m_prepared.clear(); // after the driver: it would be asked to let each of them go
    m_name.clear();
}

bool HubConnection::isAlive() const
{
    return m_isOpen && m_database.isOpen() && PQstatus(native(m_database)) == CONNECTION_OK;
}

bool HubConnection::isEncrypted() const
{
    PGconn *connection = native(m_database);
    return connection && (PQsslInUse(connection) || PQgssEncInUse(connection));
}

int HubConnection::socket() const
{
    PGconn *connection = m_isOpen ? native(m_database) : nullptr;
    return connection ? PQsocket(connection) : -1;
}

Result<QSqlQuery *> HubConnection::prepared(const char *statement)
{
    const auto found = m_prepared.find(statement);
    if (found != m_prepared.end())
        return &found->second;
    QSqlQuery query(m_database);
    if (!query.prepare(statementText(statement)))
        return tl::unexpected(failed(query.lastError(), false));
    return &m_prepared.emplace(statement, std::move(query)).first->second;
}

Result<QSqlQuery *> HubConnection::run(const char *statement, const QVariantList &values)
{
    if (!m_isOpen)
        return tl::unexpected(hubError(m_address, {}));
    const GuardedCall call(*m_guard, socket(), m_callLimit);
    if (!call.mayBegin())
        return failure(ErrorCode::Storage, QStringLiteral("the connection to the hub was ended"));
    const Result<QSqlQuery *> query = prepared(statement);
    if (!query)
        return query;
    for (int place = 0; place < values.size(); ++place)
        (*query)->bindValue(place, values[place]);
    if (!(*query)->exec())
        return tl::unexpected(failed((*query)->lastError(), call.wasBroken()));
    return *query;
}

Result<void> HubConnection::listen(const QStringList &channels)
{
    if (!m_isOpen)
        return tl::unexpected(hubError(m_address, {}));
    const GuardedCall call(*m_guard, socket(), m_callLimit);
    if (!call.mayBegin())
        return failure(ErrorCode::Storage, QStringLiteral("the connection to the hub was ended"));
    bool done = true;
    for (const QString &channel : channels)
        done = done && (m_channels.contains(channel) || m_database.driver()->subscribeToNotification(channel));
    for (const QString &channel : std::as_const(m_channels))
        done = done && (channels.contains(channel) || m_database.driver()->unsubscribeFromNotification(channel));
    if (!done)
        return tl::unexpected(failed(m_database.driver()->lastError(), call.wasBroken()));
    m_channels = channels;
    return {};
}

// An error without a state is of the connection, and so is one of the server as a whole.
Error HubConnection::failed(const QSqlError &error, bool wasBroken)
{
    HubTrouble trouble{error.nativeErrorCode(), error.databaseText()};
    if (wasBroken)
        trouble = {QString(), QStringLiteral("a call without an answer was broken")};
    const bool isLost = trouble.state.isEmpty() || trouble.state.startsWith(QLatin1String("57P"))
        || trouble.state.startsWith(QLatin1String("08")) || trouble.state == QLatin1String("25006")
        || trouble.state == QLatin1String("0A000");
    if (isLost)
        close();
    return hubError(m_address, trouble);
}

} // namespace qd::hub
