#pragma once
// A zip file that is not trusted: what its directory says is looked at before a part is unpacked, and held to while it is.

#include "models/core/result.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

struct zip;

namespace qd::exchange {

struct ZipPart
{
    QString path;
    qint64 size = 0;   // as the directory says
    qint64 packed = 0; // in the file
    bool plain = true; // not encrypted, and packed in a way that is read here
};

class ZipReader
{
public:
    // Refused: what is no zip, damaged, or has a directory of more than `mostParts`. The sentence goes after the file's name.
    [[nodiscard]] static Result<std::unique_ptr<ZipReader>> open(const QString &path, qint64 mostParts);
    ~ZipReader();
    ZipReader(const ZipReader &) = delete;
    ZipReader &operator=(const ZipReader &) = delete;

    [[nodiscard]] const std::vector<ZipPart> &parts() const { return m_parts; } // as they stand in the directory
    [[nodiscard]] qint64 fileSize() const { return m_fileSize; }

    // A piece at a time, and never more than the part's size; false from `take` ends it without an error.
    using Take = std::function<bool(QByteArrayView piece)>;
    [[nodiscard]] Result<void> read(size_t part, const Take &take) const;

private:
    ZipReader(zip *archive, qint64 fileSize) : m_archive(archive), m_fileSize(fileSize) { }
    [[nodiscard]] Result<void> readDirectory();

    zip *m_archive;
    qint64 m_fileSize;
    std::vector<ZipPart> m_parts;
};

} // namespace qd::exchange
