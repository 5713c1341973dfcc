#pragma once
// Markdown as it will read. HTML in it is text; pictures are attachments and nothing else; links to the web and to mail are opened, those into
// the record are told of, any other leads nowhere. Of a very long text the beginning is shown, and a word that says so.

#include "ui/theme/theme.h"
#include "ui/widgets/markdownpictures.h"

#include <QTextBrowser>

namespace qd::ui {

class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    static constexpr qsizetype mostCharacters = 120'000; // of a text that is shown

    MarkdownView(const Theme &theme, QWidget *parent);
    void setText(const QString &markdown); // keeps the place where the reader is
    void setPictureSource(PictureSource source) { m_pictures->setSource(std::move(source)); }
    void forgetPictures() { m_pictures->forget(); }

signals:
    void followed(const QUrl &link); // "entry:…" or "fact:…"

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void dressBlocks();
    void dressHeading(const QTextBlock &block, const QTextCharFormat &heading);
    void showPictures();
    void showPicture(QTextCursor picture, const QTextImageFormat &format);
    void sayRest(qsizetype shown);
    void follow(const QUrl &link);

    const Theme &m_theme;
    MarkdownPictures *m_pictures;
    QString m_markdown;
    bool m_hasPictures = false;
};

} // namespace qd::ui
