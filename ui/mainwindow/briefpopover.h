#pragma once
// The situation brief over the window: opens copied for someone who joins; one more key gives it to executives or as a handover.
// Never a dialog: the window goes on behind it, and Escape gives the focus back.

#include "models/review/review.h"
#include "ui/panes/pane.h"

#include <QFrame>
#include <QPointer>

class QPlainTextEdit;
class QPushButton;

namespace qd::ui {

class ToneLabel;

class BriefPopover : public QFrame
{
    Q_OBJECT

public:
    BriefPopover(const PaneContext &context, const QWidget &below, QWidget *window); // `below` stays in sight
    void toggle(review::BriefFor reader = review::BriefFor::Joining); // shows and copies; hides where that one is shown
    void copy(review::BriefFor reader);                               // shows it, and puts it on the clipboard

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChoices();
    void place();
    void leave();

    const PaneContext &m_context;
    const QWidget *m_below;
    std::vector<QPushButton *> m_choices; // by BriefFor
    QPlainTextEdit *m_text;
    ToneLabel *m_said;
    QPointer<QWidget> m_before; // had the focus
    review::BriefFor m_reader = review::BriefFor::Joining;
};

} // namespace qd::ui
