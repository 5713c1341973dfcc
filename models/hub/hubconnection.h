#pragma once
// One connection to the hub's database, for the one thread that made it.
//
// 1. open() may be called again after every error; what was listened to has to be listened to again.
// 2. Every call is ended by the guard when the server does not answer; after an error that is not the statement's own, the connection is closed.
// 3. Statements are files of sql/statements, prepared once a connection; a run is one round trip.
// 4. A password is handed to libpq when a connection is made. It is in no error.

#include "models/hub/callguard.h"
#include "models/hub/hubaddress.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace qd::hub {

class HubConnection
{
public:
    // `home`: of the person, for the certificates they trust.
    HubConnection(HubAddress address, QString home, std::shared_ptr<CallGuard> guard, Duration callLimit = std::chrono::seconds(15));
    ~HubConnection();
    HubConnection(const HubConnection &) = delete;
    HubConnection &operator=(const HubConnection &) = delete;

    [[nodiscard]] const HubAddress &address() const { return m_address; }
    void setPassword(const QString &password) { m_password = password; } // null: libpq's own ways are tried
    [[nodiscard]] Result<void> open();                                   // nothing to do when it is open
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isAlive() const;     // as far as this machine knows; asks nobody
    [[nodiscard]] bool isEncrypted() const; // TLS or Kerberos

    // The rows, before the first one; valid until the next run of the same statement. Never connects by itself: who lost a connection has to know.
    [[nodiscard]] Result<QSqlQuery *> run(const char *statement, const QVariantList &values = {});
    [[nodiscard]] Result<void> listen(const QStringList &channels);               // to these, and no more to any other
    [[nodiscard]] QSqlDatabase database() const { return m_database; }            // for what makes a hub; let go of before close()
    void onNotified(std::function<void()> told) { m_notified = std::move(told); } // by others; needs an event loop in this thread

private:
    [[nodiscard]] Result<QSqlQuery *> prepared(const char *statement);
    [[nodiscard]] Error failed(const QSqlError &error, bool wasBroken);
    [[nodiscard]] int socket() const;

    HubAddress m_address;
    QString m_home;
    QString m_password;
    std::shared_ptr<CallGuard> m_guard;
    Duration m_callLimit;
    QString m_name;
    QSqlDatabase m_database;
    bool m_isOpen = false;
    QStringList m_channels;
    std::map<std::string, QSqlQuery, std::less<>> m_prepared;
    std::function<void()> m_notified;
};

} // namespace qd::hub
