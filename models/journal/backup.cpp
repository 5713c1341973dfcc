#include "models/journal/backup.h"

#include <QDir>
#include <QFileInfo>

#include "models/journal/errors.h"
#include "models/journal/files.h"
#include "models/journal/statement.h"

namespace qd::journal {
namespace {

constexpr QLatin1String backedUpTo("backed_up_to"); // meta: the log's position at the last daily backup

QString dayOf(Instant now)
{
    return toDateTime(now, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-dd"));
}

QString dailyName(Connection &connection, const QString &day)
{
    return QStringLiteral("%1.%2.db").arg(QFileInfo(connection.path()).completeBaseName(), day);
}

Result<void> makeFolder(const QString &folder)
{
    if (QDir().mkpath(folder))
        return {};
    return failure(ErrorCode::Storage,
                   QStringLiteral("cannot make the folder %1 for backups; check that you may write beside it").arg(folder));
}

Result<qint64> positionNow(Connection &connection)
{
    Statement row(connection, "123_last_position");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    return row.next() ? row.number(0) : 0;
}

Result<qint64> positionThen(Connection &connection)
{
    Statement row(connection, "010_get_meta");
    if (const Result<void> done = row.run(QString(backedUpTo)); !done)
        return tl::unexpected(done.error());
    return row.next() ? row.text(0).toLongLong() : 0;
}

Result<void> checkSound(Connection &connection)
{
    const Result<QVariant> found = connection.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found)
        return tl::unexpected(found.error());
    if (found->toString() != QLatin1String("ok"))
        return tl::unexpected(damagedError(connection.path(), found->toString()));
    return {};
}

void keepNewest(Connection &connection, const QString &folder)
{
    const QStringList days = QDir(folder).entryList({dailyName(connection, QStringLiteral("[0-9]*"))}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i < days.size() - backupsKept; ++i)
        QFile::remove(QDir(folder).filePath(days[i]));
}

} // namespace

QString backupFolderOf(const QString &path, const QString &given)
{
    return given.isEmpty() ? path + QStringLiteral(".backups") : given;
}

Result<void> backupTo(Connection &connection, const QString &file)
{
    if (QFileInfo::exists(file))
        return failure(ErrorCode::Storage, QStringLiteral("%1 is there already and is not overwritten; name another file").arg(file));
    if (!QFileInfo(QFileInfo(file).absolutePath()).isDir())
        return failure(ErrorCode::Storage, QStringLiteral("the folder of %1 does not exist; make it, or name another file").arg(file));
    const QString draft = draftNameFor(file);
    Result<void> done = connection.run(QStringLiteral("VACUUM INTO ?"), draft);
    if (done)
        done = moveIntoPlace(draft, file);
    else
        done.error().sentence = QStringLiteral("the backup %1 could not be written (%2)").arg(file, done.error().sentence);
    removeWithCompanions(draft);
    return done;
}

Result<void> backupBeforeMigration(Connection &connection, const QString &folder, int toVersion, Instant now)
{
    if (const Result<void> made = makeFolder(folder); !made)
        return made;
    const QString name =
        QStringLiteral("%1.before-version-%2.%3").arg(QFileInfo(connection.path()).completeBaseName()).arg(toVersion).arg(dayOf(now));
    QString file = QDir(folder).filePath(name + QStringLiteral(".db"));
    for (int i = 2; QFileInfo::exists(file); ++i)
        file = QDir(folder).filePath(QStringLiteral("%1-%2.db").arg(name).arg(i));
    return backupTo(connection, file);
}

Result<bool> dailyBackupIsDue(Connection &connection, const QString &folder, Instant now)
{
    if (QFileInfo::exists(QDir(folder).filePath(dailyName(connection, dayOf(now)))))
        return false;
    const Result<qint64> position = positionNow(connection);
    const Result<qint64> then = positionThen(connection);
    if (!position || !then)
        return tl::unexpected(position ? then.error() : position.error());
    return *position > *then;
}

Result<void> dailyBackup(Connection &connection, const QString &folder, Instant now)
{
    const Result<bool> due = dailyBackupIsDue(connection, folder, now);
    if (!due || !*due)
        return due ? Result<void>() : tl::unexpected(due.error());
    if (const Result<void> sound = checkSound(connection); !sound)
        return sound;
    if (const Result<void> made = makeFolder(folder); !made)
        return made;
    const Result<qint64> position = positionNow(connection);
    if (!position)
        return tl::unexpected(position.error());
    const QString file = QDir(folder).filePath(dailyName(connection, dayOf(now)));
    const Result<void> done = backupTo(connection, file);
    if (!done)
        return QFileInfo::exists(file) ? Result<void>() : done; // another program made it meanwhile
    keepNewest(connection, folder);
    return connection.write([&] { return Statement(connection, "011_put_meta").run(QString(backedUpTo), QString::number(*position)); });
}

} // namespace qd::journal
