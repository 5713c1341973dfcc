#include "models/journal/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "models/core/ids.h"
#include "models/journal/filecheck.h"
#include "models/journal/files.h"
#include "models/journal/sqlfiles.h"
#include "models/journal/statement.h"

namespace qd::journal {
namespace {

Result<void> applyOne(Connection &connection, const Migration &migration)
{
    return connection.write([&]() -> Result<void> {
        const Result<int> version = schemaVersion(connection); // another program may have been here first
        if (!version)
            return tl::unexpected(version.error());
        if (*version >= migration.version)
            return {};
        for (const QString &statement : migration.statements) {
            if (const Result<void> done = connection.run(statement); !done)
                return done;
        }
        return connection.run(QStringLiteral("PRAGMA user_version = %1").arg(migration.version));
    });
}

Result<void> fill(const QString &path, Instant now)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    if (const Result<void> done = (*connection)->run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)); !done)
        return done;
    if (const Result<void> done = migrate(**connection, newestVersion()); !done)
        return done;
    const Result<void> named = (*connection)->write([&]() -> Result<void> {
        return Statement(**connection, "011_put_meta").run(QStringLiteral("console"), ConsoleId::make(now).toString());
    });
    if (!named)
        return named;
    const Result<QVariant> mode = (*connection)->value(QStringLiteral("PRAGMA journal_mode = WAL"));
    if (!mode)
        return tl::unexpected(mode.error());
    return {};
}

} // namespace

Result<int> schemaVersion(Connection &connection)
{
    const Result<QVariant> version = connection.value(QStringLiteral("PRAGMA user_version"));
    return version ? Result<int>(version->toInt()) : tl::unexpected(version.error());
}

Result<void> migrate(Connection &connection, int to)
{
    for (const Migration &migration : migrations()) {
        if (migration.version > to)
            break;
        if (const Result<void> done = applyOne(connection, migration); !done)
            return done;
    }
    return {};
}

Result<void> createFile(const QString &path, Instant now)
{
    const QString draft = draftNameFor(path);
    Result<void> done = fill(draft, now);
    if (done)
        done = QFileInfo(path).exists() && QFileInfo(path).size() > 0 ? Result<void>() : moveIntoPlace(draft, path);
    removeWithCompanions(draft);
    return done;
}

} // namespace qd::journal
