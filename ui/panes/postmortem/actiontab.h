#pragma once
// What will be different: the action items of this incident, and a line to note one.

#include "ui/panes/pane.h"

class QLineEdit;

namespace qd::ui {

class CardList;
class EmptyState;
class ToneLabel;

class ActionTab : public QWidget
{
    Q_OBJECT

public:
    ActionTab(const PaneContext &context, QWidget *parent);
    void refresh(const Incident &incident);
    void takeFocus();
    [[nodiscard]] bool goTo(const EventId &action);

signals:
    void refused(const QString &sentence);

private:
    void add();
    void toggle();
    void preview();
    [[nodiscard]] QDate today() const;

    const PaneContext &m_context;
    QLineEdit *m_new;
    ToneLabel *m_preview;
    CardList *m_list;
    EmptyState *m_nothing;
    ToneLabel *m_hint;
};

} // namespace qd::ui
