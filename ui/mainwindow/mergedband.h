#pragma once
// Over an incident that was merged into another: where its story goes on. Enter opens that one; the record below stays readable as it is.

#include "ui/panes/pane.h"

class QPushButton;

namespace qd::ui {

class ToneLabel;

class MergedBand : public QWidget
{
    Q_OBJECT

public:
    MergedBand(const PaneContext &context, QWidget *parent); // hidden while the incident stands by itself
    void openTarget();

private:
    void describe();
    void takeOut();

    const PaneContext &m_context;
    ToneLabel *m_words;
    QPushButton *m_open;
};

} // namespace qd::ui
