#include "models/hub/hubschema.h"

#include <QSqlError>
#include <QSqlQuery>

#include "models/hub/hubsentences.h"
#include "models/hub/sqlfiles.h"

namespace qd::hub {
namespace {

constexpr int oldestServer = 150000;
constexpr int longestDatabaseName = 45; // bytes: with "_administrator" it is still the name of a role, of 63 at most

struct Server
{
    int version = 0;
    QString versionText, encoding, database, login;
    int nameBytes = 0;
    bool superuser = false, createsRoles = false, createsSchemas = false, isStandby = false;
};

tl::unexpected<Error> failed(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code == QLatin1String("55P03"))
        return failure(ErrorCode::Storage, QStringLiteral("Somebody else is making this hub right now; try again in a minute."),
                       error.databaseText());
    if (code == QLatin1String("42501"))
        return failure(ErrorCode::Refused,
                       QStringLiteral("This login has not the rights to make a hub here: it has to be a superuser, or the login "
                                      "that made this hub. Ask whoever runs the database."),
                       error.databaseText());
    if (code.startsWith(QLatin1String("QD")))
        return failure(ErrorCode::Refused, withoutSeverity(error.databaseText()), error.databaseText());
    return failure(ErrorCode::Storage,
                   QStringLiteral("The hub could not be made, and nothing was changed; see whether the database is well, then try again."),
                   error.databaseText());
}

Result<QSqlQuery> run(QSqlDatabase &database, const QString &text)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(text))
        return failed(query.lastError());
    return query;
}

Result<QSqlQuery> runFile(QSqlDatabase &database, const char *name)
{
    return run(database, statementText(name));
}

Result<Server> serverOf(QSqlDatabase &database)
{
    Result<QSqlQuery> row = runFile(database, "001_server");
    if (!row)
        return tl::unexpected(row.error());
    row->next();
    return Server{row->value(0).toInt(),    row->value(1).toString(), row->value(2).toString(), row->value(3).toString(),
                  row->value(4).toString(), row->value(5).toInt(),    row->value(6).toBool(),   row->value(7).toBool(),
                  row->value(8).toBool(),   row->value(9).toBool()};
}

Result<void> fit(const Server &server)
{
    if (server.version < oldestServer)
        return refused(
            QStringLiteral("A hub needs PostgreSQL 15 or later; this is %1. Upgrade it, or use another server.").arg(server.versionText));
    if (server.encoding != QLatin1String("UTF8"))
        return refused(
            QStringLiteral(
                "The database %1 keeps its text as %2, a hub needs UTF8. Create one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.")
                .arg(server.database, server.encoding));
    if (server.nameBytes > longestDatabaseName)
        return refused(QStringLiteral("The name of the database %1 is too long to name roles after; use one of at most %2 letters.")
                           .arg(server.database)
                           .arg(longestDatabaseName));
    if (server.isStandby)
        return failure(ErrorCode::Storage,
                       QStringLiteral("This server is a standby and takes no changes; name its primary, or all hosts, in the address."));
    if (!server.superuser && !server.createsRoles)
        return refused(
            QStringLiteral(
                "The login %1 may not create roles, and a hub needs some. Let a superuser do this, or say there: ALTER ROLE %1 CREATEROLE.")
                .arg(server.login));
    return {};
}

// Every statement of it: exec() tells how the first went, the others tell as their results are asked for.
Result<void> runAll(QSqlDatabase &database, const QString &text)
{
    Result<QSqlQuery> query = run(database, text);
    if (!query)
        return tl::unexpected(query.error());
    while (query->nextResult()) { }
    return query->lastError().isValid() ? Result<void>(failed(query->lastError())) : Result<void>();
}

// -1: the schema is somebody else's.
Result<int> versionThere(QSqlDatabase &database)
{
    Result<QSqlQuery> row = runFile(database, "003_what_is_there");
    if (!row)
        return tl::unexpected(row.error());
    return row->next() ? (row->isNull(0) ? -1 : row->value(0).toInt()) : 0;
}

Result<void> mayStart(const Server &server, int there)
{
    if (there < 0)
        return refused(
            QStringLiteral("The database %1 has a schema “quarterdeck” that is not a hub's. Use another database, or rename that schema.")
                .arg(server.database));
    if (there > newestVersion())
        return refused(
            QStringLiteral("This hub is of version %1, newer than this program, which knows version %2. Upgrade Quarterdeck here.")
                .arg(there)
                .arg(newestVersion()));
    if (there == 0 && !server.createsSchemas)
        return refused(
            QStringLiteral("The login %1 may not create a schema in the database %2. Say there: GRANT CREATE ON DATABASE %2 TO %1.")
                .arg(server.login, server.database));
    return {};
}

Result<void> apply(QSqlDatabase &database, int from, int to)
{
    for (const Migration &migration : migrations()) {
        if (migration.version <= from || migration.version > to)
            continue;
        if (const Result<void> done = runAll(database, migration.text); !done)
            return done;
    }
    return {};
}

Result<void> nameAdministrator(QSqlDatabase &database, const QString &person)
{
    QSqlQuery query(database);
    if (!query.prepare(statementText("006_first_administrator")))
        return failed(query.lastError());
    query.addBindValue(person);
    return query.exec() ? Result<void>() : failed(query.lastError());
}

Result<HubMade> make(QSqlDatabase &database, const QString &person, int to)
{
    const Result<Server> server = serverOf(database);
    if (!server)
        return tl::unexpected(server.error());
    if (const Result<void> good = fit(*server); !good)
        return tl::unexpected(good.error());
    if (const Result<QSqlQuery> alone = runFile(database, "002_one_at_a_time"); !alone)
        return tl::unexpected(alone.error());
    const Result<int> there = versionThere(database);
    if (!there)
        return tl::unexpected(there.error());
    if (const Result<void> may = mayStart(*server, *there); !may)
        return tl::unexpected(may.error());
    for (const char *step : {"004_roles", "005_as_owner"}) {
        if (const Result<QSqlQuery> done = runFile(database, step); !done)
            return tl::unexpected(done.error());
    }
    if (const Result<void> done = apply(database, *there, to); !done)
        return tl::unexpected(done.error());
    if (to == newestVersion()) {
        if (const Result<void> named = nameAdministrator(database, person); !named)
            return tl::unexpected(named.error());
    }
    if (const Result<QSqlQuery> left = runFile(database, "007_as_oneself"); !left)
        return tl::unexpected(left.error());
    if (server->superuser) {
        if (const Result<QSqlQuery> quiet = runFile(database, "008_quiet_statistics"); !quiet)
            return tl::unexpected(quiet.error());
    }
    return HubMade{*there, std::max(*there, to)};
}

} // namespace

Result<HubMade> initHub(QSqlDatabase database, const QString &person, int to)
{
    if (!database.transaction())
        return failed(database.lastError());
    const Result<HubMade> made = make(database, person, to > 0 ? to : newestVersion());
    if (!made) {
        database.rollback();
        return made;
    }
    return database.commit() ? made : failed(database.lastError());
}

Result<int> hubVersion(QSqlDatabase database)
{
    const Result<int> there = versionThere(database);
    return there ? Result<int>(std::max(*there, 0)) : there;
}

} // namespace qd::hub
