#pragma once
// Markdown as it will read. HTML in it is text, pictures are not fetched, and only links to the web and to mail are followed.

#include <QTextBrowser>

namespace qd::ui {

class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent);
    void setText(const QString &markdown); // keeps the place where the reader is

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void follow(const QUrl &link);
};

} // namespace qd::ui
