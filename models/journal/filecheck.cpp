#include "models/journal/filecheck.h"

#include <QFileInfo>
#include <QtEndian>

#include "models/journal/errors.h"
#include "models/journal/sqlfiles.h"

namespace qd::journal {
namespace {

constexpr qint64 headerSize = 100;
constexpr qint64 checkedAtOnce = 4 << 20; // bytes; a larger file is checked in the background, once a day

Result<void> refuse(const QString &sentence, const QString &path)
{
    return failure(ErrorCode::Storage, sentence.arg(path));
}

// By the permission bits also for root, whom they do not stop: a file that is marked read-only was meant to be.
bool isMarkedWritable(const QFileInfo &file)
{
    return file.isWritable() && (file.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther));
}

bool hasWriteAheadLog(const QString &path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

Result<void> checkPlace(const QFileInfo &file, const OpenOptions &options)
{
    const QString path = file.filePath();
    const QFileInfo folder(file.absolutePath());
    if (file.isDir())
        return refuse(QStringLiteral("%1 is a folder; name a database file in it"), path);
    if (file.exists() && !file.isFile())
        return refuse(QStringLiteral("%1 is not a plain file; name a database file"), path);
    if (file.exists())
        return {};
    if (!options.create || options.readOnly)
        return refuse(QStringLiteral("there is no database at %1; check the name, or declare an incident to make one"), path);
    if (!folder.isDir())
        return refuse(QStringLiteral("the folder of %1 does not exist; make it, or name another file"), path);
    if (!isMarkedWritable(folder))
        return refuse(QStringLiteral("the folder of %1 is read-only; give yourself write permission on it, or name another file"), path);
    return {};
}

Result<void> checkHeader(const QString &path)
{
    QFile file(path);
    const bool mayRead = QFileInfo(path).permissions() & (QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    if (!mayRead || !file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("%1 cannot be read; give yourself read permission on it"), path);
    const QByteArray header = file.read(headerSize);
    if (!header.startsWith(QByteArrayLiteral("SQLite format 3\0")))
        return refuse(QStringLiteral("%1 is not a Quarterdeck database; name another file"), path);
    if (header.size() < headerSize)
        return tl::unexpected(damagedError(path, QStringLiteral("the file ends within its header")));
    if (qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return refuse(QStringLiteral("%1 is a database of another program; name another file"), path);
    return {};
}

Result<void> checkWhole(Connection &connection, const QString &path)
{
    const Result<QVariant> pages = connection.value(QStringLiteral("PRAGMA page_count"));
    const Result<QVariant> pageSize = connection.value(QStringLiteral("PRAGMA page_size"));
    if (!pages || !pageSize)
        return tl::unexpected(pages ? pageSize.error() : pages.error());
    const qint64 size = QFileInfo(path).size();
    if (!hasWriteAheadLog(path) && pages->toLongLong() * pageSize->toLongLong() > size)
        return tl::unexpected(damagedError(path, QStringLiteral("the file is cut off")));
    if (size > checkedAtOnce)
        return {};
    const Result<QVariant> found = connection.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found)
        return tl::unexpected(found.error());
    if (found->toString() != QLatin1String("ok"))
        return tl::unexpected(damagedError(path, found->toString()));
    return {};
}

Result<int> checkContent(const QString &path)
{
    const auto mode = hasWriteAheadLog(path) ? Connection::Mode::ReadOnly : Connection::Mode::Immutable;
    const auto connection = Connection::open(path, mode);
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<QVariant> version = (*connection)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (const Result<void> whole = checkWhole(**connection, path); !whole)
        return tl::unexpected(whole.error());
    if (version->toInt() > newestVersion()) {
        const Result<QVariant> compatible = (*connection)->value(QStringLiteral("SELECT value FROM meta WHERE key = 'min_compatible'"));
        if (!compatible || compatible->toInt() > newestVersion() || compatible->isNull())
            return failure(ErrorCode::Storage,
                           QStringLiteral("%1 was written by a newer version of Quarterdeck, which this one cannot read; "
                                          "install the newer version")
                               .arg(path));
    }
    return version->toInt();
}

// Without a lock, another program may write while we look: what changed meanwhile is looked at again before it is called damaged.
Result<int> checkContentCalmly(const QString &path)
{
    for (int attempt = 0;; ++attempt) {
        const QFileInfo before(path);
        const Result<int> version = checkContent(path);
        const QFileInfo after(path);
        const bool changed = before.lastModified() != after.lastModified() || before.size() != after.size() || hasWriteAheadLog(path);
        if (version || !changed || attempt >= 4)
            return version;
    }
}

bool mayWrite(const QFileInfo &file)
{
    return isMarkedWritable(file) && isMarkedWritable(QFileInfo(file.absolutePath()));
}

QString whyReadOnly(const QFileInfo &file, int version, const OpenOptions &options)
{
    if (version > newestVersion())
        return QStringLiteral("%1 was written by a newer version of Quarterdeck and is opened for reading only; install the newer version "
                              "to write to it")
            .arg(file.filePath());
    if (options.readOnly)
        return QStringLiteral("%1 was opened for reading only").arg(file.filePath());
    if (!isMarkedWritable(file))
        return QStringLiteral("%1 is read-only; give yourself write permission on it to write to it").arg(file.filePath());
    if (!isMarkedWritable(QFileInfo(file.absolutePath())))
        return QStringLiteral("the folder of %1 is read-only; give yourself write permission on it to write to the database")
            .arg(file.filePath());
    return {};
}

} // namespace

Result<FileState> checkFile(const QString &path, const OpenOptions &options)
{
    const QFileInfo file(path);
    if (const Result<void> place = checkPlace(file, options); !place)
        return tl::unexpected(place.error());
    FileState state;
    state.isNew = !file.exists() || (file.size() == 0 && !hasWriteAheadLog(path) && !options.readOnly);
    if (state.isNew) {
        if (file.exists() && !whyReadOnly(file, 0, options).isEmpty())
            return failure(ErrorCode::Storage, whyReadOnly(file, 0, options));
        return state;
    }
    if (const Result<void> header = checkHeader(path); !header)
        return tl::unexpected(header.error());
    const Result<int> version = checkContentCalmly(path);
    if (!version)
        return tl::unexpected(version.error());
    state.version = *version;
    state.readOnlyReason = whyReadOnly(file, *version, options);
    if (!state.readOnlyReason.isEmpty() && (!mayWrite(file) || *version > newestVersion()))
        state.mode = hasWriteAheadLog(path) ? Connection::Mode::ReadOnly : Connection::Mode::Immutable;
    if (!state.readOnlyReason.isEmpty() && *version < newestVersion())
        return failure(ErrorCode::Storage,
                       QStringLiteral("%1 was written by an older version of Quarterdeck and must be brought up to date first; "
                                      "open it once where it can be written")
                           .arg(path));
    return state;
}

} // namespace qd::journal
