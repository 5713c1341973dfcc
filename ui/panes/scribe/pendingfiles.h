#pragma once
// Pictures and files that wait in the scribe's line, each as a chip with its thumbnail. Their content is in the journal as soon as it was read,
// so that it survives the end of the program; an event names it once the line is logged.
//
// Delete on a chip, or Backspace at the beginning of the line, takes it out. What could not be stored stays, and says why.

#include "models/core/timeline.h"
#include "ui/panes/pane.h"
#include "ui/panes/scribe/filereader.h"

#include <QFrame>

class QHBoxLayout;

namespace qd::ui {

class FileChip;

class PendingFiles : public QFrame
{
    Q_OBJECT

public:
    PendingFiles(const PaneContext &context, QWidget *parent);
    void addFile(const QString &path);
    void addPicture(const QImage &picture);
    void removeLast();
    void load(const QString &draft); // of the incident that is open now; what is not stored yet of another one waits for its return
    [[nodiscard]] QString draft() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString names() const;                  // what an entry without words says
    [[nodiscard]] std::vector<Attachment> stored() const; // of the line
    void clearStored();                                   // an event names it now
    void sendRestTo(const EventId &entry);                // what is still being read, or is tried again, follows on its own

signals:
    void changed();
    void failed(const QString &sentence);

private:
    struct File
    {
        int key = 0;
        IncidentId incident;
        EventId entry;     // that waits for it; null: the line does
        Attachment stored; // without a sha256 until it is
        FileContent content;
        QString problem;
        FileChip *chip = nullptr;
    };

    [[nodiscard]] bool isInLine(const File &file) const; // and will be logged with it
    void deliver(int key);                               // to the entry that waits for it
    void fit();
    File &add(const QString &name);
    [[nodiscard]] File *find(int key);
    void bringBack(const Attachment &stored); // of a draft
    void store(int key, const Result<FileContent> &read);
    void settle(int key, const Result<Attachment> &stored);
    void fail(File &file, const QString &sentence);
    void remove(int key);
    void forget(int key); // takes the chip away, no more
    void dress(const File &file);

    const PaneContext &m_context;
    QHBoxLayout *m_row;
    IncidentId m_incident;
    std::vector<File> m_files;
    int m_lastKey = 0;
};

} // namespace qd::ui
