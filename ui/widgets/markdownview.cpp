#include "ui/widgets/markdownview.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QTextDocument>

namespace qd::ui {

MarkdownView::MarkdownView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(12);
    document()->setIndentWidth(20);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::follow);
}

void MarkdownView::setText(const QString &markdown)
{
    const int place = verticalScrollBar()->value();
    document()->setMarkdown(markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML | QTextDocument::MarkdownDialectGitHub));
    verticalScrollBar()->setValue(place);
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::follow(const QUrl &link)
{
    static const QStringList harmless{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    if (harmless.contains(link.scheme(), Qt::CaseInsensitive))
        QDesktopServices::openUrl(link);
}

} // namespace qd::ui
