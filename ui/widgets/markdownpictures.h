#pragma once
// The pictures of a Markdown text. They are attachments, `![words](attachment:SHA256)`; nothing is fetched from a file or from the web.

#include "models/core/result.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <functional>

namespace qd::ui {

using PictureDone = std::function<void(const Result<QByteArray> &)>;
using PictureSource = std::function<void(const QString &sha256, PictureDone done)>; // `done` is called on the window's thread

class MarkdownPictures : public QObject
{
    Q_OBJECT

public:
    explicit MarkdownPictures(QObject *parent) : QObject(parent) { }
    void setSource(PictureSource source) { m_source = std::move(source); }

    struct Picture
    {
        QImage image;    // null: none yet
        QString problem; // why there is none; empty: it is being read
    };
    [[nodiscard]] Picture picture(const QString &target); // of a link; asks for one that is not there
    void forget();                                        // those of another incident

signals:
    void arrived();

private:
    void take(const QString &sha256, const Result<QByteArray> &content);

    PictureSource m_source;
    QHash<QString, Picture> m_known;
    int m_generation = 0;
};

} // namespace qd::ui
