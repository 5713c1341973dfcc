#pragma once
// The timeline: title and filters, the list, and below it an entry whole.

#include "models/items/timelinemodel.h"
#include "ui/panes/pane.h"

class QVBoxLayout;

namespace qd::ui {

class EntryActs;
class EntryDetails;
class TimelineList;
class TimelineTools;

class TimelineWidget : public QWidget, public PaneActions
{
    Q_OBJECT

public:
    TimelineWidget(const PaneContext &context, QWidget *parent);
    void perform(const QString &verb, const QVariant &about) override;

private:
    [[nodiscard]] items::TimelineTexts texts();
    void connectSession();
    void connectParts();
    void addActions();
    void openIncident();
    void showMoment(); // of the past, or the present again
    void readPlan();
    void redisplay();
    void filter(const items::TimelineFilter &filter);
    void changeOrder();
    void keepPlace();
    void returnToPlace();
    void search(const QString &words);
    void stepMatch(int step);
    void showMatches();
    void followCurrent();
    void toggleDetails();
    void leaveList();
    void jump();

    const PaneContext &m_context;
    items::TimelineModel *m_model;
    TimelineTools *m_tools;
    TimelineList *m_list;
    EntryDetails *m_details;
    EntryActs *m_acts;
    EventId m_kept;         // the current entry, while the rows are made anew
    bool m_toMatch = false; // the first match that is found is gone to
};

} // namespace qd::ui
