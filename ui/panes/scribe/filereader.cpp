#include "ui/panes/scribe/filereader.h"

#include "models/core/timeline.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPromise>
#include <QThreadPool>

namespace qd::ui {
namespace {

constexpr int thumbnailSize = 160; // pixels, of the longer side
constexpr qint64 mostPixels = 100'000'000;

QString sentence(const char *text)
{
    return QCoreApplication::translate("FileReader", text);
}

void inBackground(QObject *context, FileReaderDone done, std::function<Result<FileContent>()> work)
{
    const auto promise = std::make_shared<QPromise<Result<FileContent>>>();
    promise->start();
    promise->future().then(context, [done = std::move(done)](const Result<FileContent> &content) { done(content); });
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

QImage thumbnailOf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    reader.setScaledSize(size.scaled(thumbnailSize, thumbnailSize, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

Result<FileContent> fileAt(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (QFileInfo(path).isDir())
        return refused(sentence(QT_TRANSLATE_NOOP("FileReader", "%1 cannot be attached: it is a folder")).arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return refused(sentence(QT_TRANSLATE_NOOP("FileReader", "%1 cannot be attached: %2")).arg(name, file.errorString()));
    if (file.size() > largestAttachment) // said before it is read into memory
        return refused(sentence(QT_TRANSLATE_NOOP("FileReader",
                                                  "%1 cannot be attached: it is larger than %2 MB; keep it elsewhere and log where it is"))
                           .arg(name)
                           .arg(largestAttachment >> 20));
    FileContent content{name, {}, file.readAll(), {}};
    content.mime = QMimeDatabase().mimeTypeForFileNameAndData(name, content.bytes).name();
    content.thumbnail = thumbnailOf(content.bytes);
    return content;
}

} // namespace

void readFile(const QString &path, QObject *context, FileReaderDone done)
{
    inBackground(context, std::move(done), [path] { return fileAt(path); });
}

void readPicture(const QImage &picture, const QString &name, QObject *context, FileReaderDone done)
{
    inBackground(context, std::move(done), [picture, name]() -> Result<FileContent> {
        FileContent content{name, QStringLiteral("image/png"), {}, {}};
        QBuffer buffer(&content.bytes);
        if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
            return refused(sentence(QT_TRANSLATE_NOOP("FileReader", "the picture cannot be read; save it as a file and drop that here")));
        content.thumbnail = picture.scaled(thumbnailSize, thumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        return content;
    });
}

void readContent(const QByteArray &bytes, const QString &name, const QString &mime, QObject *context, FileReaderDone done)
{
    inBackground(context, std::move(done), [bytes, name, mime]() -> Result<FileContent> {
        return FileContent{name, mime, bytes, thumbnailOf(bytes)};
    });
}

} // namespace qd::ui
