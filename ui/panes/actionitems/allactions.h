#pragma once
// The action items of all incidents: what is open and overdue first, edited in their cells without leaving the incident that is open.

#include "ui/panes/pane.h"

namespace qd::ui {

struct ActionEdit;
class ActionFilterBar;
class ActionTable;
class ToneLabel;

class AllActions : public QWidget
{
    Q_OBJECT

public:
    AllActions(const PaneContext &context, QWidget *parent);
    [[nodiscard]] ActionFilterBar *filterBar() const { return m_filter; } // stands where the pane wants it
    [[nodiscard]] ActionTable *table() const { return m_table; }
    void select(const EventId &action); // shows it whatever the filter says
    void refreshNow();                  // also while it is hidden

signals:
    void incidentWanted(const qd::IncidentId &incident, const qd::EventId &action);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeEmptyStates();
    void noteChange();
    void order(review::ActionOrder order, bool again);
    void show(const review::ActionList &all);
    void change(const ActionEdit &edit);
    void answered(const ActionEdit &edit, const Result<EventId> &done);
    void say(const QString &sentence);

    const PaneContext &m_context;
    ActionFilterBar *m_filter;
    ActionTable *m_table;
    ToneLabel *m_notice;
    QWidget *m_reading = nullptr; // shown until all incidents have been read
    QWidget *m_none = nullptr;    // there is no action item at all
    QWidget *m_allClosed = nullptr;
    QWidget *m_notFound = nullptr;
    review::ActionOrder m_order = review::ActionOrder::Due;
    bool m_descending = false;
    bool m_stale = true;
    qint64 m_halfHour = 0;
    EventId m_wanted; // to be selected once it is there
};

} // namespace qd::ui
