#include "models/journal/arrivalwatch.h"

#include <QFileInfo>

namespace qd::journal {

ArrivalWatch::ArrivalWatch(const QString &path, std::function<qint64()> byOthers, QObject *parent)
    : QObject(parent),
      m_files{path, path + QStringLiteral("-wal")},
      m_byOthers(std::move(byOthers)),
      m_known(m_byOthers())
{
    m_poll.setInterval(std::chrono::seconds(1));
    m_poll.setTimerType(Qt::VeryCoarseTimer); // such timers wake the program together, once
    m_soon.setInterval(20);
    m_soon.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &ArrivalWatch::look);
    connect(&m_soon, &QTimer::timeout, this, &ArrivalWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    m_poll.start();
    watchFiles();
}

void ArrivalWatch::look()
{
    watchFiles();
    const qint64 byOthers = m_byOthers();
    if (byOthers <= m_known)
        return;
    m_known = byOthers;
    emit arrived();
}

void ArrivalWatch::watchFiles()
{
    const QStringList watched = m_watcher.files();
    for (const QString &file : m_files) {
        if (!watched.contains(file) && QFileInfo::exists(file))
            m_watcher.addPath(file);
    }
}

} // namespace qd::journal
