#pragma once
// The top of the window: what it is about, how bad, where it stands, how long it has lasted, what is due next, and who commands.

#include "ui/panes/pane.h"

class QPushButton;

namespace qd::ui {

class BigValue;
class SeverityBadge;
class StatusStepper;
class ToneLabel;

class Header : public QWidget
{
    Q_OBJECT

public:
    Header(const PaneContext &context, QWidget *parent);
    void askSeverity();
    void focusStatus();

signals:
    void done(); // with a question or a step: the focus may go back to the scribe

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLeft();
    void refresh();
    void showTimes(Instant now);
    void showCommander();
    void showRoom();
    void askCommander();
    void changeStatus(const QString &status);

    const PaneContext &m_context;
    SeverityBadge *m_severity;
    StatusStepper *m_stepper;
    ToneLabel *m_title;
    ToneLabel *m_ref;
    QPushButton *m_commander; // leads to the handover; while nobody commands, to giving the role, and it is the loudest thing here
    ToneLabel *m_room;        // how it stands to the hub, and who else looks at this incident; empty: nobody shares it
    BigValue *m_elapsed;
    BigValue *m_next;
};

[[nodiscard]] QString elapsedText(Duration elapsed); // "00:23:41", from four days on "4 d 02:10:00"

} // namespace qd::ui
