#include "models/exchange/zipreader.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <zip.h>

#include <array>

namespace qd::exchange {
namespace {

constexpr qint64 endSize = 22;       // of the record that ends a zip file without a comment
constexpr qint64 largestEntry = 512; // of a directory with the names that are expected
constexpr qsizetype pieceSize = 1 << 16;

auto bad(const QString &sentence, const QString &detail = {})
{
    return failure(ErrorCode::BadInput, sentence, detail);
}

// Before the library takes the directory into memory: how long is it?
Result<qint64> lookAtTheEnds(const QString &path, qint64 mostParts)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return bad(QStringLiteral("it is a folder; name the bundle's file"));
    if (!file.open(QIODevice::ReadOnly))
        return bad(QStringLiteral("it cannot be read: %1").arg(file.errorString()));
    const qint64 size = file.size();
    if (size == 0)
        return bad(QStringLiteral("it is empty"));
    if (file.read(4) != QByteArray("PK\3\4", 4))
        return bad(QStringLiteral("it is no bundle: it does not begin like one"));
    if (size < endSize || !file.seek(size - endSize))
        return bad(QStringLiteral("it is cut off: carry it over again"));
    const QByteArray end = file.read(endSize);
    if (!end.startsWith(QByteArray("PK\5\6", 4)) || !end.endsWith(QByteArray(2, '\0')))
        return bad(
            QStringLiteral("it does not end where a bundle ends: it is cut off, or something was put behind it; carry it over again"));
    const qint64 count = qFromLittleEndian<quint16>(end.constData() + 10);
    const qint64 directory = qFromLittleEndian<quint32>(end.constData() + 12);
    if (count > mostParts || directory > mostParts * largestEntry)
        return bad(QStringLiteral("its directory is longer than that of any bundle (%1 parts at most)").arg(mostParts));
    return size;
}

QString wordsOf(const zip_error_t *error)
{
    return QString::fromUtf8(zip_error_strerror(const_cast<zip_error_t *>(error)));
}

} // namespace

Result<std::unique_ptr<ZipReader>> ZipReader::open(const QString &path, qint64 mostParts)
{
    const Result<qint64> size = lookAtTheEnds(path, mostParts);
    if (!size)
        return tl::unexpected(size.error());
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString words = wordsOf(&error);
        zip_error_fini(&error);
        return bad(QStringLiteral("it is damaged (%1): carry it over again").arg(words));
    }
    std::unique_ptr<ZipReader> reader(new ZipReader(archive, *size));
    const Result<void> read = reader->readDirectory();
    return read ? Result<std::unique_ptr<ZipReader>>(std::move(reader)) : tl::unexpected(read.error());
}

ZipReader::~ZipReader()
{
    zip_discard(m_archive);
}

Result<void> ZipReader::readDirectory()
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    qint64 packed = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t wanted =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(m_archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & wanted) != wanted)
            return bad(QStringLiteral("its directory is damaged: carry it over again"), wordsOf(zip_get_error(m_archive)));
        const bool plain =
            stat.encryption_method == ZIP_EM_NONE && (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
        if (stat.size > static_cast<zip_uint64_t>(INT64_MAX) || stat.comp_size > static_cast<zip_uint64_t>(m_fileSize))
            return bad(QStringLiteral("its directory says of a part that it is longer than the file: it was not made by Quarterdeck"));
        packed += static_cast<qint64>(stat.comp_size);
        m_parts.push_back({QString::fromUtf8(stat.name), static_cast<qint64>(stat.size), static_cast<qint64>(stat.comp_size), plain});
    }
    if (packed > m_fileSize)
        return bad(QStringLiteral("its parts overlap: it was not made by Quarterdeck"));
    return {};
}

Result<void> ZipReader::read(size_t part, const Take &take) const
{
    const auto damaged = [](const QString &detail) {
        return bad(QStringLiteral("it is damaged and cannot be unpacked: carry the file over again"), detail);
    };
    zip_file_t *file = zip_fopen_index(m_archive, part, 0);
    if (!file)
        return damaged(wordsOf(zip_get_error(m_archive)));
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> closes(file, &zip_fclose);
    std::vector<char> piece(pieceSize);
    qint64 left = m_parts[part].size;
    for (;;) {
        const zip_int64_t got = zip_fread(file, piece.data(), piece.size());
        if (got < 0)
            return damaged(wordsOf(zip_file_get_error(file)));
        if (got > left)
            return bad(QStringLiteral("it unpacks to more than it says that it is: it was not made by Quarterdeck"));
        if (got == 0)
            break;
        left -= got;
        if (!take(QByteArrayView(piece.data(), got)))
            return {};
    }
    return left == 0 ? Result<void>() : damaged(QStringLiteral("%1 bytes are missing").arg(left));
}

} // namespace qd::exchange
