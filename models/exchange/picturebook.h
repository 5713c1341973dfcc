#pragma once
// The pictures of a document, read when they are needed. A picture that cannot be shown says why.
//
// 1. A picture is scaled down to fit, never up; a pixel of it is 1/96 inch.
// 2. No more memory is taken for one than its shown size needs, whatever size its file claims.

#include "models/exchange/outline.h"

#include <QCache>
#include <QHash>
#include <QImage>

namespace qd::exchange {

class PictureBook
{
public:
    PictureBook(const std::vector<OutlinePicture> &pictures,
                QSizeF room); // the most that one may take, in points; outlived by the pictures

    [[nodiscard]] const OutlinePicture *find(const QString &sha256) const; // nullptr: it is not in the document
    [[nodiscard]] QString trouble(const OutlinePicture &picture);          // empty: it can be shown
    [[nodiscard]] QSizeF size(const OutlinePicture &picture);              // in points
    [[nodiscard]] QImage image(const OutlinePicture &picture);             // as many pixels as print well
    [[nodiscard]] bool isPhoto(const OutlinePicture &picture);             // stored with a loss already

private:
    struct Known
    {
        QString trouble;
        QSizeF points;
        QSize pixels; // of the image
        bool photo = false;
    };
    const Known &known(const OutlinePicture &picture);
    [[nodiscard]] Known look(const OutlinePicture &picture);

    const std::vector<OutlinePicture> &m_pictures;
    QSizeF m_room;
    QHash<QString, Known> m_known;
    QCache<QString, QImage> m_images; // by kilobytes
};

} // namespace qd::exchange
