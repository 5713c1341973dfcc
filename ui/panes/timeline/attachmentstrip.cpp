#include "ui/panes/timeline/attachmentstrip.h"

#include <QBuffer>
#include <QFuture>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLocale>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QToolButton>

namespace qd::ui {
namespace {

constexpr QSize pictureSize(160, 96);

bool isPicture(const Attachment &attachment) // of the formats that hold pixels and nothing else
{
    static const QStringList pictures{QStringLiteral("image/png"), QStringLiteral("image/jpeg"), QStringLiteral("image/gif"),
                                      QStringLiteral("image/bmp"), QStringLiteral("image/webp")};
    return pictures.contains(attachment.mime);
}

QImage readPicture(QByteArray content)
{
    QBuffer buffer(&content);
    QImageReader reader(&buffer);
    const QList<QByteArray> formats{"png", "jpeg", "jpg", "gif", "bmp", "webp"};
    if (!reader.canRead() || !formats.contains(reader.format()))
        return {};
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.isValid())
        reader.setScaledSize(size.scaled(2 * pictureSize, Qt::KeepAspectRatio).boundedTo(size));
    return reader.read();
}

} // namespace

AttachmentStrip::AttachmentStrip(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, Theme::grid, 0, Theme::grid);
    m_line->setSpacing(2 * Theme::grid);
    m_line->setSizeConstraint(QLayout::SetNoConstraint);
    hide();
}

void AttachmentStrip::showAttachments(const std::vector<Attachment> &attachments)
{
    if (attachments == m_shown)
        return;
    m_shown = attachments;
    while (QLayoutItem *item = m_line->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Attachment &attachment : attachments)
        addAttachment(attachment);
    m_line->addStretch(1);
    setVisible(!attachments.empty());
}

void AttachmentStrip::addAttachment(const Attachment &attachment)
{
    auto *button = new QToolButton(this);
    const QString size = QLocale().formattedDataSize(attachment.size, 1, QLocale::DataSizeSIFormat);
    button->setText(fontMetrics().elidedText(attachment.name, Qt::ElideMiddle, pictureSize.width()) + QStringLiteral("\n") + size);
    button->setAccessibleName(tr("Attachment %1, %2").arg(attachment.name, size));
    button->setToolTip(tr("%1: O opens it, Ctrl+S saves it").arg(attachment.name));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(m_context.theme.icon(QStringLiteral("attachment")));
    connect(button, &QToolButton::clicked, this, [this, sha256 = attachment.sha256] { emit chosen(sha256); });
    m_line->addWidget(button);
    if (isPicture(attachment))
        loadPicture(attachment.sha256, button);
}

// A picture is read off the window's thread: what came from outside may be large.
void AttachmentStrip::loadPicture(const QString &sha256, QToolButton *button)
{
    m_context.session.loadAttachment(sha256, [strip = QPointer(this), button = QPointer(button)](const Result<QByteArray> &content) {
        if (!content || !strip || !button)
            return;
        const auto promise = std::make_shared<QPromise<QImage>>();
        promise->start();
        promise->future().then(strip, [strip, button](const QImage &picture) {
            if (!strip || !button || picture.isNull())
                return;
            QPixmap pixmap = QPixmap::fromImage(picture);
            pixmap.setDevicePixelRatio(std::max(2.0, strip->devicePixelRatioF()));
            button->setIcon(pixmap);
            button->setIconSize((pixmap.deviceIndependentSize()).toSize().boundedTo(pictureSize));
            button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        });
        QThreadPool::globalInstance()->start([promise, content = *content] {
            promise->addResult(readPicture(content));
            promise->finish();
        });
    });
}

} // namespace qd::ui
