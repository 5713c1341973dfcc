#pragma once
// Two views of action items and the switch between them: those of the open incident, and those of all incidents.

#include "ui/panes/pane.h"

class QBoxLayout;
class QButtonGroup;
class QStackedWidget;

namespace qd::ui {

class ActionTable;
class AllActions;
class IncidentActions;

class ActionItemsWidget : public QWidget, public PaneActions
{
    Q_OBJECT

public:
    ActionItemsWidget(const PaneContext &context, QWidget *parent);
    // new; open with the item's event id; all, with an item or without; overdue; export
    void perform(const QString &verb, const QVariant &about) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum View { ThisIncident, AllIncidents };
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeSwitch();
    void connectTables();
    void show(View view);
    void showTools();
    void showItem(const EventId &action); // in its incident's view where that is open, else in that of all
    void openIncident(const IncidentId &incident, const EventId &action);
    void openTicket(const QUrl &link);
    void showHistory(const QRect &row);
    void exportItems();
    [[nodiscard]] ActionTable &table() const; // of the view that is shown

    const PaneContext &m_context;
    IncidentActions *m_incident;
    AllActions *m_all;
    QStackedWidget *m_views;
    QStackedWidget *m_tools;
    QButtonGroup *m_switch;
    QBoxLayout *m_head = nullptr;
};

} // namespace qd::ui
