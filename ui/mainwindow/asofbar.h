#pragma once
// The incident as it was known at a moment of the past: a band with a slider over its time. Left and Right go from event to event, Page Up
// and Page Down between changes of severity or status and decisions, Escape back to now. While it is shown, everything in the window is of
// that moment; what is written still goes into the record.

#include "ui/panes/pane.h"

class QSlider;

namespace qd::ui {

class ToneLabel;

class AsOfBar : public QWidget
{
    Q_OBJECT

public:
    AsOfBar(const PaneContext &context, QWidget *parent); // hidden at first
    void open();                                          // at the last event
    void leave();

signals:
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readEvents();
    void step(int by, bool keyOnly);
    void go(Instant to);
    void describe();
    void paintMarks();

    const PaneContext &m_context;
    QSlider *m_slider;
    ToneLabel *m_words;
    std::vector<Instant> m_moments;    // at which something was recorded, in order
    std::vector<Instant> m_keyMoments; // severity, status, decisions
};

} // namespace qd::ui
