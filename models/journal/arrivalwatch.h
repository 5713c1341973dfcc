#pragma once
// Notices that another program wrote to the file: by the system's word about the file, and by one cheap look a second for where there is none.

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

namespace qd::journal {

class ArrivalWatch : public QObject
{
    Q_OBJECT

public:
    // `byOthers`: how many events others have written since the file was opened.
    ArrivalWatch(const QString &path, std::function<qint64()> byOthers, QObject *parent);
    void look();

signals:
    void arrived();

private:
    void watchFiles(); // the write-ahead log comes and goes

    QStringList m_files;
    std::function<qint64()> m_byOthers;
    qint64 m_known = 0;
    QFileSystemWatcher m_watcher;
    QTimer m_poll;
    QTimer m_soon; // a burst of writes is one look
};

} // namespace qd::journal
