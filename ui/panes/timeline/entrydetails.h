#pragma once
// Below the timeline: one entry whole, with both its times, what is attached to it, its history, and the questions that are asked in place.

#include "ui/panes/pane.h"
#include "ui/widgets/inlineprompt.h"

#include <QFrame>
#include <QPointer>

class QScrollArea;
class QVBoxLayout;

namespace qd::ui {

class AttachmentStrip;
class ToneLabel;

class EntryDetails : public QFrame
{
    Q_OBJECT

public:
    EntryDetails(const PaneContext &context, QWidget *parent);
    void showEntry(const TimelineEntry &entry);
    void ask(Prompt prompt); // about the entry that is shown, if one is
    void leave();            // goes away
    [[nodiscard]] bool isAsking() const { return m_prompt; }

signals:
    void left(); // the focus belongs to the list again
    void linkChosen(const QString &link);
    void attachmentChosen(const QString &sha256);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString headOf(const TimelineEntry &entry) const;
    [[nodiscard]] QString historyOf(const TimelineEntry &entry) const; // rich text
    void fit();

    const PaneContext &m_context;
    QVBoxLayout *m_layout;
    QScrollArea *m_scroll;
    QWidget *m_page;
    ToneLabel *m_head;
    ToneLabel *m_text;
    AttachmentStrip *m_attachments;
    ToneLabel *m_history;
    QPointer<InlinePrompt> m_prompt;
};

} // namespace qd::ui
