#include "models/journal/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace qd::journal {
namespace {

void syncToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

bool giveName(const QString &draft, const QString &path)
{
    const QByteArray from = QFile::encodeName(draft);
    const QByteArray to = QFile::encodeName(path);
    if (const QFileInfo there(path); there.exists() && there.size() == 0) // what a program makes that only wants a name
        return ::rename(from.constData(), to.constData()) == 0;
    if (::link(from.constData(), to.constData()) == 0 || errno == EEXIST)
        return true;
    return !QFileInfo::exists(path) && ::rename(from.constData(), to.constData()) == 0; // a file system without links
}

} // namespace

QString draftNameFor(const QString &path)
{
    static std::atomic<int> count = 0;
    return QStringLiteral("%1.part-%2-%3").arg(path).arg(QCoreApplication::applicationPid()).arg(++count);
}

Result<void> moveIntoPlace(const QString &draft, const QString &path)
{
    syncToDisk(draft);
    if (!giveName(draft, path)) {
        return failure(ErrorCode::Storage, QStringLiteral("cannot make %1; check that you may write to its folder").arg(path),
                       QString::fromLocal8Bit(std::strerror(errno)));
    }
    syncToDisk(QFileInfo(path).absolutePath());
    return {};
}

void removeWithCompanions(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace qd::journal
