#pragma once
// What is being written, on disk as it is written: a small file each, so that it survives the end of the program, however it ends.

#include <QString>
#include <QThreadPool>

namespace qd {

class DraftStore
{
public:
    explicit DraftStore(const QString &folder);
    ~DraftStore(); // what was kept is written before it goes

    [[nodiscard]] QString load(const QString &key) const;
    void keep(const QString &key, const QString &text); // returns at once; an empty text takes the file away

private:
    [[nodiscard]] QString fileOf(const QString &key) const;

    QString m_folder;
    QThreadPool m_writer; // of one thread: the last text wins
};

} // namespace qd
