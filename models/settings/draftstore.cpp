#include "models/settings/draftstore.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace qd {

DraftStore::DraftStore(const QString &folder) : m_folder(folder)
{
    m_writer.setMaxThreadCount(1);
}

DraftStore::~DraftStore()
{
    m_writer.waitForDone();
}

QString DraftStore::fileOf(const QString &key) const
{
    return m_folder + QLatin1Char('/') + key + QStringLiteral(".txt");
}

QString DraftStore::load(const QString &key) const
{
    QFile file(fileOf(key));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void DraftStore::keep(const QString &key, const QString &text)
{
    m_writer.start([folder = m_folder, path = fileOf(key), text] {
        if (text.isEmpty()) {
            QFile::remove(path);
            return;
        }
        QSaveFile file(path);
        const bool isOpen = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly);
        const QByteArray bytes = text.toUtf8();
        if (isOpen && file.write(bytes) == bytes.size())
            file.commit();
    });
}

} // namespace qd
