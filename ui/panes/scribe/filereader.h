#pragma once
// Files and pictures on their way into the record: read, encoded and made small off the window's thread.

#include "models/core/result.h"

#include <QImage>
#include <QObject>

#include <functional>

namespace qd::ui {

struct FileContent
{
    QString name;
    QString mime;
    QByteArray bytes;
    QImage thumbnail; // null: not a picture
};

using FileReaderDone = std::function<void(const Result<FileContent> &)>; // on the thread of `context`; not called once that is gone

void readFile(const QString &path, QObject *context, FileReaderDone done);
void readPicture(const QImage &picture, const QString &name, QObject *context, FileReaderDone done);                        // as PNG
void readContent(const QByteArray &bytes, const QString &name, const QString &mime, QObject *context, FileReaderDone done); // its thumbnail

} // namespace qd::ui
