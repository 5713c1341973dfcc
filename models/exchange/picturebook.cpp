#include "models/exchange/picturebook.h"

#include <QBuffer>
#include <QImageReader>

namespace qd::exchange {
namespace {

constexpr double pointsPerPixel = 72.0 / 96.0;
constexpr double printedPixels = 300.0 / 72.0;          // per point
constexpr qint64 mostPixels = 30'000'000;               // that are read whole before they are scaled
constexpr qint64 mostPhotoPixels = 200'000'000;         // a JPEG is scaled while it is read
constexpr qsizetype imageMemory = qsizetype(192) << 10; // kilobytes

QImage readImage(const OutlinePicture &picture, QSize pixels)
{
    QBuffer buffer;
    buffer.setData(picture.content);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (pixels.isValid())
        reader.setScaledSize(reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? pixels.transposed() : pixels);
    return reader.read();
}

} // namespace

PictureBook::PictureBook(const std::vector<OutlinePicture> &pictures, QSizeF room)
    : m_pictures(pictures),
      m_room(room),
      m_images(imageMemory)
{
}

const OutlinePicture *PictureBook::find(const QString &sha256) const
{
    const auto found = std::find_if(m_pictures.begin(), m_pictures.end(), [&sha256](const OutlinePicture &picture) {
        return picture.sha256.compare(sha256, Qt::CaseInsensitive) == 0;
    });
    return found == m_pictures.end() ? nullptr : &*found;
}

PictureBook::Known PictureBook::look(const OutlinePicture &picture)
{
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "gif", "bmp", "webp", "tiff", "tif"};
    const QString none = QStringLiteral("it is no picture that can be read");
    if (!picture.problem.isEmpty())
        return {picture.problem, {}, {}};
    QBuffer buffer;
    buffer.setData(picture.content);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead() || !formats.contains(reader.format()) || reader.size().isEmpty())
        return {none, {}, {}};
    Known known;
    known.photo = reader.format() == "jpeg" || reader.format() == "jpg";
    const QSize claimed = reader.size();
    if (qint64(claimed.width()) * claimed.height() > (known.photo ? mostPhotoPixels : mostPixels))
        return {QStringLiteral("its %1 × %2 pixels are too many to be shown").arg(claimed.width()).arg(claimed.height()), {}, {}};
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSizeF natural = QSizeF(turned ? claimed.transposed() : claimed) * pointsPerPixel;
    known.points =
        natural.width() > m_room.width() || natural.height() > m_room.height() ? natural.scaled(m_room, Qt::KeepAspectRatio) : natural;
    const QSize wanted = (known.points * printedPixels).toSize().expandedTo({1, 1});
    known.pixels = wanted.width() < natural.width() / pointsPerPixel ? wanted : QSize();
    QImage image = readImage(picture, known.pixels);
    if (image.isNull())
        return {none, {}, {}};
    const qsizetype cost = std::max<qsizetype>(1, image.sizeInBytes() >> 10);
    m_images.insert(picture.sha256, new QImage(std::move(image)), cost);
    return known;
}

const PictureBook::Known &PictureBook::known(const OutlinePicture &picture)
{
    auto found = m_known.find(picture.sha256);
    if (found == m_known.end())
        found = m_known.insert(picture.sha256, look(picture));
    return *found;
}

QString PictureBook::trouble(const OutlinePicture &picture)
{
    return known(picture).trouble;
}

QSizeF PictureBook::size(const OutlinePicture &picture)
{
    return known(picture).points;
}

bool PictureBook::isPhoto(const OutlinePicture &picture)
{
    return known(picture).photo;
}

QImage PictureBook::image(const OutlinePicture &picture)
{
    const QSize pixels = known(picture).pixels;
    if (const QImage *kept = m_images.object(picture.sha256))
        return *kept;
    QImage image = readImage(picture, pixels);
    m_images.insert(picture.sha256, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes() >> 10));
    return image;
}

} // namespace qd::exchange
