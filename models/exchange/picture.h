#pragma once
// An attachment as a picture in a document.

#include "models/core/result.h"

#include <QByteArray>

namespace qd::exchange {

struct Picture
{
    QString mime{};     // "image/png", "image/jpeg" or "image/gif": what every reader shows
    QByteArray bytes{}; // of that type; empty where it cannot be shown
    QString problem{};  // why it cannot be shown, as a sentence without its full stop; empty: it can
};

inline constexpr qsizetype largestPicture = 16 << 20; // bytes; a document is mailed

// Decodes it whole, so that a file that only calls itself a picture is told from one. Another type than those above becomes PNG.
[[nodiscard]] Picture pictureOf(const Result<QByteArray> &content);
// The pixels alone: a camera and a screen grabber write names and places into the file beside them.
[[nodiscard]] Picture barePicture(const Picture &picture);
[[nodiscard]] int widthOf(const QByteArray &bytes);                              // in pixels
[[nodiscard]] QString dataAddress(const QString &mime, const QByteArray &bytes); // "data:image/png;base64,…"

} // namespace qd::exchange
