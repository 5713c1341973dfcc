#include "models/exchange/picture.h"

#include <QBuffer>
#include <QImageReader>

namespace qd::exchange {
namespace {

Picture cannotShow(const QString &why)
{
    return {{}, {}, why};
}

QByteArray asPng(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

Picture pictureOf(const Result<QByteArray> &content)
{
    if (!content)
        return cannotShow(content.error().sentence);
    if (content->size() > largestPicture)
        return cannotShow(QStringLiteral("it is larger than %1 MB").arg(largestPicture >> 20));
    QBuffer buffer;
    buffer.setData(*content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QByteArray format = reader.format();
    const QImage image = reader.read();
    if (image.isNull())
        return cannotShow(QStringLiteral("it is no picture that can be read"));
    if (format == "png" || format == "gif")
        return {QStringLiteral("image/") + QString::fromLatin1(format), *content, {}};
    if (format == "jpeg" || format == "jpg")
        return {QStringLiteral("image/jpeg"), *content, {}};
    return {QStringLiteral("image/png"), asPng(image), {}};
}

QString dataAddress(const QString &mime, const QByteArray &bytes)
{
    return QStringLiteral("data:%1;base64,%2").arg(mime, QString::fromLatin1(bytes.toBase64()));
}

} // namespace qd::exchange
