#pragma once
// The bottom of the window: saved or not, the hub, the plan, what went wrong, and the time in both zones.

#include "ui/panes/pane.h"

#include <QStatusBar>
#include <QTimer>

namespace qd::ui {

class ToneLabel;

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const PaneContext &context, QWidget *parent);
    void say(const QString &sentence, Colour colour); // for a while

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ToneLabel *addLabel(Colour colour);
    void showSave();
    void showHub();
    void showPlan();
    void showTime();

    const PaneContext &m_context;
    ToneLabel *m_save;
    ToneLabel *m_hub;
    ToneLabel *m_plan;
    ToneLabel *m_words;
    ToneLabel *m_utc;
    ToneLabel *m_local;
    QTimer m_second;
    QTimer m_forget;
};

} // namespace qd::ui
