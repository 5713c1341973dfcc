#include "models/exchange/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

namespace qd::exchange {
namespace {

Picture cannotShow(const QString &why)
{
    return {{}, {}, why};
}

// Whether its parts follow one another to the end: a decoder complains loudly of one that is not.
bool isWholePng(const QByteArray &bytes)
{
    qsizetype at = 8;
    while (at + 12 <= bytes.size()) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (bytes.mid(at + 4, 4) == "IEND")
            return true;
        at += length + 12;
    }
    return false;
}

QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
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
    if (format == "png" && !isWholePng(*content))
        return cannotShow(QStringLiteral("it is no picture that can be read"));
    const QImage image = reader.read();
    if (image.isNull())
        return cannotShow(QStringLiteral("it is no picture that can be read"));
    if (format == "png" || format == "gif")
        return {QStringLiteral("image/") + QString::fromLatin1(format), *content, {}};
    if (format == "jpeg" || format == "jpg")
        return {QStringLiteral("image/jpeg"), *content, {}};
    return {QStringLiteral("image/png"), encoded(image, "PNG"), {}};
}

Picture barePicture(const Picture &picture)
{
    if (picture.bytes.isEmpty())
        return picture;
    QBuffer buffer;
    buffer.setData(picture.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true); // which way up it is stands beside the pixels too
    const QImage whole = reader.read().convertToFormat(QImage::Format_ARGB32);
    if (whole.isNull())
        return cannotShow(QStringLiteral("it is no picture that can be read"));
    const QImage bare(whole.constBits(), whole.width(), whole.height(), whole.bytesPerLine(), whole.format());
    if (picture.mime == QLatin1String("image/jpeg"))
        return {picture.mime, encoded(bare, "JPEG", 90), {}};
    return {QStringLiteral("image/png"), encoded(bare, "PNG"), {}};
}

int widthOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return QImageReader(&buffer).size().width();
}

QString dataAddress(const QString &mime, const QByteArray &bytes)
{
    return QStringLiteral("data:%1;base64,%2").arg(mime, QString::fromLatin1(bytes.toBase64()));
}

} // namespace qd::exchange
