#pragma once
// Below the timeline: one entry whole, with both its times, its history, and the questions that are asked about it in place.

#include "ui/panes/pane.h"
#include "ui/widgets/inlineprompt.h"

#include <QFrame>
#include <QPointer>

class QVBoxLayout;

namespace qd::ui {

class ToneLabel;

class EntryDetails : public QFrame
{
    Q_OBJECT

public:
    EntryDetails(const PaneContext &context, QWidget *parent);
    void showEntry(const TimelineEntry &entry);
    void ask(Prompt prompt);
    void leave(); // goes away
    [[nodiscard]] bool isAsking() const { return m_prompt; }

signals:
    void left(); // the focus belongs to the list again

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const PaneContext &m_context;
    QVBoxLayout *m_layout;
    ToneLabel *m_head;
    ToneLabel *m_text;
    ToneLabel *m_history;
    QPointer<InlinePrompt> m_prompt;
};

} // namespace qd::ui
