#pragma once
// The timeline: title and filters, the list, and below it an entry whole.

#include "models/items/timelinemodel.h"
#include "ui/panes/pane.h"

class QAction;

namespace qd::ui {

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
    void connectAll();
    void addActions();
    void openIncident();
    void refresh();
    void search(const QString &words);
    void stepMatch(int step);
    void showMatches();
    void followCurrent();
    void toggleDetails();
    [[nodiscard]] const TimelineEntry *current() const;
    void edit();
    void redact();
    void pin();
    void settle(const QString &state);
    void copy(bool markdown);
    [[nodiscard]] Result<void> tell(const Command &command);
    void tellOrSay(const Command &command);

    const PaneContext &m_context;
    items::TimelineModel *m_model;
    TimelineTools *m_tools;
    TimelineList *m_list;
    EntryDetails *m_details;
};

} // namespace qd::ui
