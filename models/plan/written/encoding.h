#pragma once
// The characters of a document that came from who knows where.

#include <QByteArray>
#include <QString>

namespace qd::plan::written {

struct Characters
{
    QString text;
    bool mended = false;
};

// UTF-8 (with or without a mark), UTF-16 with a mark, else Windows-1252. UTF-8 that was once taken for Windows-1252 and saved again is mended,
// run by run; what cannot be mended stays as it is. Line numbers do not change. NUL and other controls become blanks.
[[nodiscard]] Characters readCharacters(const QByteArray &bytes);

} // namespace qd::plan::written
