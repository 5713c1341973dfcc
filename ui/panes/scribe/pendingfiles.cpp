#include "ui/panes/scribe/pendingfiles.h"

#include "ui/panes/scribe/filechip.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace qd::ui {

PendingFiles::PendingFiles(const PaneContext &context, QWidget *parent) : QFrame(parent), m_context(context), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Attachments of the line"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2 * Theme::grid);
    m_row->addStretch();
    hide();
}

bool PendingFiles::isInLine(const File &file) const
{
    const bool isUnreadable = !file.problem.isEmpty() && file.content.bytes.isEmpty();
    return file.incident == m_incident && file.entry.isNull() && !isUnreadable;
}

PendingFiles::File &PendingFiles::add(const QString &name)
{
    File file;
    file.key = ++m_lastKey;
    file.incident = m_incident;
    file.content.name = name;
    file.chip = new FileChip(m_context.theme, this);
    connect(file.chip, &FileChip::removeAsked, this, [this, key = file.key] { remove(key); });
    m_row->insertWidget(m_row->count() - 1, file.chip);
    m_files.push_back(std::move(file));
    dress(m_files.back());
    fit();
    emit changed();
    return m_files.back();
}

PendingFiles::File *PendingFiles::find(int key)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [key](const File &file) { return file.key == key; });
    return found == m_files.end() ? nullptr : &*found;
}

void PendingFiles::addFile(const QString &path)
{
    const int key = add(path.section(QLatin1Char('/'), -1)).key;
    readFile(path, this, [this, key](const Result<FileContent> &read) { store(key, read); });
}

void PendingFiles::addPicture(const QImage &picture)
{
    const QString at = QDateTime::fromMSecsSinceEpoch(toMsecs(m_context.session.present()), Qt::UTC).toString(QStringLiteral("HHmmss"));
    const QString name = tr("picture-%1.png").arg(at);
    const int key = add(name).key;
    readPicture(picture, name, this, [this, key](const Result<FileContent> &read) { store(key, read); });
}

void PendingFiles::store(int key, const Result<FileContent> &read)
{
    File *file = find(key);
    if (!file)
        return;
    if (!read) {
        fail(*file, read.error().sentence);
        return;
    }
    file->content = *read;
    dress(*file);
    m_context.session.keepAttachment(read->bytes, read->name, read->mime,
                                     [this, key, guard = QPointer<PendingFiles>(this)](const Result<Attachment> &stored) {
                                         if (guard)
                                             settle(key, stored);
                                     });
}

void PendingFiles::settle(int key, const Result<Attachment> &stored)
{
    File *file = find(key);
    if (!file) { // taken out meanwhile
        if (stored)
            m_context.session.forgetAttachment(stored->sha256);
        return;
    }
    if (!stored) {
        fail(*file, tr("%1; it stays here, and Enter tries again").arg(stored.error().sentence));
        return;
    }
    file->stored = *stored;
    file->problem.clear();
    file->content.bytes.clear();
    dress(*file);
    emit changed();
    deliver(key);
}

void PendingFiles::deliver(int key)
{
    File *file = find(key);
    const bool isDue = file->incident == m_incident && !file->entry.isNull() && !file->stored.sha256.isEmpty();
    if (!isDue)
        return;
    const Attachment &stored = file->stored;
    const Result<EventId> done =
        m_context.session.submit(command::AddAttachment{stored.sha256, stored.name, stored.mime, stored.size, file->entry});
    if (!done)
        fail(*file, done.error().sentence);
    else
        forget(key);
}

// The chips of what is in the line, and of what could not follow its entry.
void PendingFiles::fit()
{
    bool any = false;
    for (const File &file : m_files) {
        const bool shown = isInLine(file) || (file.incident == m_incident && !file.problem.isEmpty());
        file.chip->setVisible(shown);
        any = any || shown;
    }
    setVisible(any);
}

bool PendingFiles::isEmpty() const
{
    return std::none_of(m_files.begin(), m_files.end(), [this](const File &file) { return isInLine(file); });
}

void PendingFiles::fail(File &file, const QString &sentence)
{
    file.problem = sentence;
    dress(file);
    fit();
    emit changed();
    emit failed(sentence);
}

void PendingFiles::remove(int key)
{
    if (const File *file = find(key); file && !file->stored.sha256.isEmpty())
        m_context.session.forgetAttachment(file->stored.sha256);
    forget(key);
}

void PendingFiles::removeLast()
{
    const auto last = std::find_if(m_files.rbegin(), m_files.rend(), [](const File &file) { return !file.chip->isHidden(); });
    if (last != m_files.rend())
        remove(last->key);
}

void PendingFiles::forget(int key)
{
    const File *file = find(key);
    if (!file)
        return;
    file->chip->hide();
    file->chip->deleteLater();
    std::erase_if(m_files, [key](const File &one) { return one.key == key; });
    fit();
    emit changed();
}

void PendingFiles::dress(const File &file)
{
    FileChip::State state;
    state.name = file.content.name;
    state.size = file.stored.sha256.isEmpty() ? file.content.bytes.size() : file.stored.size;
    state.thumbnail = file.content.thumbnail;
    state.problem = file.problem;
    state.isStored = !file.stored.sha256.isEmpty();
    file.chip->setState(state);
}

QString PendingFiles::names() const
{
    QStringList all;
    for (const File &file : m_files) {
        if (isInLine(file))
            all << file.content.name;
    }
    return all.join(QLatin1String(", "));
}

std::vector<Attachment> PendingFiles::stored() const
{
    std::vector<Attachment> all;
    for (const File &file : m_files) {
        if (isInLine(file) && !file.stored.sha256.isEmpty())
            all.push_back(file.stored);
    }
    return all;
}

void PendingFiles::clearStored()
{
    std::vector<int> keys;
    for (const File &file : m_files) {
        if (isInLine(file) && !file.stored.sha256.isEmpty())
            keys.push_back(file.key);
    }
    for (const int key : keys)
        forget(key);
}

void PendingFiles::sendRestTo(const EventId &entry)
{
    for (File &file : m_files) {
        if (isInLine(file))
            file.entry = entry;
    }
    fit();
    std::vector<std::pair<int, FileContent>> again;
    for (const File &file : m_files) {
        if (file.incident == m_incident && !file.problem.isEmpty() && !file.content.bytes.isEmpty())
            again.emplace_back(file.key, file.content);
    }
    for (const auto &[key, content] : again)
        store(key, content);
}

QString PendingFiles::draft() const
{
    QJsonArray all;
    for (const File &file : m_files) {
        if (isInLine(file) && !file.stored.sha256.isEmpty())
            all << QJsonObject{{QStringLiteral("sha256"), file.stored.sha256},
                               {QStringLiteral("name"), file.stored.name},
                               {QStringLiteral("mime"), file.stored.mime},
                               {QStringLiteral("size"), file.stored.size}};
    }
    return all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

void PendingFiles::load(const QString &draft)
{
    clearStored(); // their incident's draft has them
    m_incident = m_context.session.incident().id;
    for (const QJsonValue &value : QJsonDocument::fromJson(draft.toUtf8()).array())
        bringBack({value[QLatin1String("sha256")].toString(),
                   value[QLatin1String("name")].toString(),
                   value[QLatin1String("mime")].toString(),
                   value[QLatin1String("size")].toInteger(),
                   {},
                   {}});
    std::vector<int> all;
    for (const File &file : m_files)
        all.push_back(file.key);
    for (const int key : all)
        deliver(key);
    fit();
}

void PendingFiles::bringBack(const Attachment &stored)
{
    File &file = add(stored.name);
    file.stored = stored;
    dress(file);
    const auto showThumbnail = [this, key = file.key](const Result<FileContent> &read) {
        File *found = find(key);
        if (!found || !read)
            return;
        found->content.thumbnail = read->thumbnail;
        dress(*found);
    };
    m_context.session.loadAttachment(stored.sha256,
                                     [this, stored, showThumbnail, guard = QPointer<PendingFiles>(this)](const Result<QByteArray> &bytes) {
                                         if (guard && bytes)
                                             readContent(*bytes, stored.name, stored.mime, this, showThumbnail);
                                     });
}

} // namespace qd::ui
