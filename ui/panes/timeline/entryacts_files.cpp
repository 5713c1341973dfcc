// What an entry leads to: its links, and the files that are attached to it.
#include "models/items/inlinetext.h"
#include "ui/panes/timeline/entryacts.h"
#include "ui/panes/timeline/entrydetails.h"
#include "ui/panes/timeline/timelinelist.h"

#include <QDesktopServices>
#include <QDir>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace qd::ui {
namespace {

// Kinds of files that another program shows, and does not run.
bool isToBeLookedAt(const QString &mime)
{
    static const QStringList harmless{QStringLiteral("image/png"),      QStringLiteral("image/jpeg"), QStringLiteral("image/gif"),
                                      QStringLiteral("image/bmp"),      QStringLiteral("image/webp"), QStringLiteral("text/plain"),
                                      QStringLiteral("text/csv"),       QStringLiteral("text/x-log"), QStringLiteral("application/json"),
                                      QStringLiteral("application/pdf")};
    return harmless.contains(mime);
}

QString fileNameOf(const Attachment &attachment) // no folder, nothing hidden
{
    QString name;
    for (const QChar c : attachment.name)
        name += c.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(c) ? c : QLatin1Char('_');
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? attachment.sha256.left(12) : name.right(120);
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failure(ErrorCode::Storage, EntryActs::tr("'%1' could not be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace

void EntryActs::openLink(const QString &link)
{
    static const QStringList harmless{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    const QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || !harmless.contains(url.scheme(), Qt::CaseInsensitive))
        emit m_context.session.failed(tr("'%1' is no link to the web or to mail, and is not followed").arg(link.left(80)));
    else
        QDesktopServices::openUrl(url);
}

std::vector<Attachment> EntryActs::attachmentsOf(const TimelineEntry &entry) const
{
    std::vector<Attachment> found;
    for (const Attachment &attachment : m_context.session.incident().attachments) {
        if (entry.attachments.contains(attachment.sha256) || attachment.event == entry.id)
            found.push_back(attachment);
    }
    return found;
}

void EntryActs::choose(const Choices &choices, const QString &none)
{
    if (choices.empty()) {
        emit m_context.session.failed(none);
        return;
    }
    if (choices.size() == 1) {
        choices.front().second();
        return;
    }
    auto *menu = new QMenu(&m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[words, run] : choices)
        connect(menu->addAction(QString(words).replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered, this, run);
    menu->popup(m_list.viewport()->mapToGlobal(m_list.visualRect(m_list.currentIndex()).bottomLeft() + QPoint(80, 0)));
    menu->setActiveAction(menu->actions().first());
}

void EntryActs::open()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    Choices choices;
    for (const items::InlineSpan &span : items::readInline(entry->text).spans) {
        if (!span.link.isEmpty())
            choices.push_back({span.link, [this, link = span.link] { openLink(link); }});
    }
    for (const Attachment &attachment : attachmentsOf(*entry))
        choices.push_back({attachment.name, [this, sha256 = attachment.sha256] { openAttachment(sha256); }});
    choose(choices, tr("This entry has no link and nothing attached"));
}

void EntryActs::openAttachment(const QString &sha256)
{
    const auto &all = m_context.session.incident().attachments;
    const auto found = std::find_if(all.begin(), all.end(), [&sha256](const Attachment &its) { return its.sha256 == sha256; });
    if (found == all.end())
        return;
    if (!isToBeLookedAt(found->mime)) {
        emit m_context.session.failed(tr("'%1' is not opened from here: another program might run it. Ctrl+S saves it").arg(found->name));
        return;
    }
    m_context.session.loadAttachment(sha256, [acts = QPointer(this), attachment = *found](const Result<QByteArray> &content) {
        if (!acts)
            return;
        if (!acts->m_opened)
            acts->m_opened = std::make_unique<QTemporaryDir>();
        const QString path = acts->m_opened->filePath(attachment.sha256.left(8) + QLatin1Char('-') + fileNameOf(attachment));
        const Result<void> written = content ? writeFile(path, *content) : tl::unexpected(content.error());
        if (!written)
            emit acts->m_context.session.failed(written.error().sentence);
        else
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    });
}

void EntryActs::save()
{
    const TimelineEntry *entry = current();
    if (!entry)
        return;
    Choices choices;
    for (const Attachment &attachment : attachmentsOf(*entry))
        choices.push_back({attachment.name, [this, attachment] { saveAttachment(attachment); }});
    choose(choices, tr("Nothing is attached to this entry"));
}

void EntryActs::saveAttachment(const Attachment &attachment)
{
    m_context.session.loadAttachment(attachment.sha256, [acts = QPointer(this), attachment](const Result<QByteArray> &content) {
        if (!acts)
            return;
        if (!content) {
            emit acts->m_context.session.failed(content.error().sentence);
            return;
        }
        const auto answer = [bytes = *content](const QStringList &given) -> Result<void> {
            const QString path =
                QDir::cleanPath(QString(given.value(0)).replace(QRegularExpression(QStringLiteral("^~(?=/)")), QDir::homePath()));
            if (QFileInfo::exists(path))
                return refused(tr("'%1' is there already: give it another name").arg(path));
            return writeFile(path, bytes);
        };
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        acts->m_details.ask({tr("Save '%1'").arg(attachment.name),
                             tr("Save"),
                             {{.name = tr("Save as"), .value = QDir(folder).filePath(fileNameOf(attachment))}},
                             answer});
    });
}

} // namespace qd::ui
