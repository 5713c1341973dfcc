#pragma once
// What is attached to an entry: a picture as a small one, any file by its name and size. A click opens it.

#include "ui/panes/pane.h"

class QHBoxLayout;
class QToolButton;

namespace qd::ui {

class AttachmentStrip : public QWidget
{
    Q_OBJECT

public:
    AttachmentStrip(const PaneContext &context, QWidget *parent);
    void showAttachments(const std::vector<Attachment> &attachments);

signals:
    void chosen(const QString &sha256);

private:
    void addAttachment(const Attachment &attachment);
    void loadPicture(const QString &sha256, QToolButton *button);

    const PaneContext &m_context;
    QHBoxLayout *m_line;
    std::vector<Attachment> m_shown;
};

} // namespace qd::ui
