#pragma once
// Where a hub is: postgresql://login@host[:port][,host2[:port]]/database[?parameter=value&…]
//
// 1. The scheme may be left away. An IPv6 address stands in brackets, a Unix socket is its folder with %2F for the slashes (or ?host=/folder);
//    no host at all is the socket in /var/run/postgresql. A port counts for its own host; without one it is 5432. Anything may be
//    percent-encoded, as libpq has it.
// 2. The parameters are those of libpq that say how to reach and trust a server (hubparameters.h). Any other is refused by name: none of them
//    may change what a session does.
// 3. A password is taken out while the address is read and given back apart. It is in no HubAddress, no text() and no sentence.
// 4. What is not said is filled in by connectOptions(): target_session_attrs=read-write, connect_timeout=3, keepalives and tcp_user_timeout
//    that notice a dead peer within five seconds, and sslmode=verify-full as soon as one host is not this machine (localhost, 127/8, ::1, a
//    socket), against ~/.postgresql/root.crt where that is, else the certificates that the system trusts.
// 5. Every value in connectOptions() is quoted. What Qt or libpq cannot take quoted (a semicolon, a control character) is refused on reading.

#include "models/core/result.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace qd::hub {

struct HubHost
{
    QString name; // as DNS has it, an address, or the absolute folder of a socket
    int port = 5432;
    [[nodiscard]] bool isSocket() const { return name.startsWith(QLatin1Char('/')); }
    [[nodiscard]] bool isThisMachine() const;
    bool operator==(const HubHost &) const = default;
};

struct HubAddress
{
    QString login; // empty: whom the system knows at this machine
    std::vector<HubHost> hosts;
    QString database;
    std::vector<std::pair<QString, QString>> parameters; // those that were given, in their order

    [[nodiscard]] bool isNull() const { return hosts.empty(); }
    [[nodiscard]] QString text() const;       // can be read again
    [[nodiscard]] QString credential() const; // what a password is kept under: login, hosts and database
    [[nodiscard]] QString hostNames() const;  // "db1, db2:5433": for a sentence
    [[nodiscard]] bool isThisMachine() const; // every one of its hosts
    [[nodiscard]] QString parameter(const QString &name) const;
    [[nodiscard]] QString caution() const; // a sentence where it was chosen to trust less than by default; empty: nothing to say
    // For QSqlDatabase::setConnectOptions: all but database, login and password. `home`: of the person.
    [[nodiscard]] QString connectOptions(const QString &home) const;
    bool operator==(const HubAddress &) const = default;
};

struct TypedAddress
{
    HubAddress address;
    QString password; // null: none was typed
};

[[nodiscard]] Result<TypedAddress> readHubAddress(const QString &typed);

} // namespace qd::hub
