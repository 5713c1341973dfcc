#pragma once
// What the plan of the draft says, part by part, to be read and changed: a change is written into the draft, and a change of the draft is one
// step here. While its source cannot be read as a plan, the page says so; what was wrong in a value that was changed here stands beside it.

#include "models/session/planediting.h"
#include "ui/plans/plandraft.h"

#include <QStackedWidget>

namespace qd::ui {

class PlanView;

class PlanPage : public QStackedWidget
{
    Q_OBJECT

public:
    PlanPage(PlanDraft &draft, const Theme &theme, QWidget *parent);

private:
    void readDraft();
    void writeDraft();

    PlanDraft &m_draft;
    PlanEditing &m_editing;
    PlanView *m_view;
    QWidget *m_unsound;
    QString m_id;      // of the plan that is edited
    QString m_written; // what this page wrote last
    bool m_reading = false;
};

} // namespace qd::ui
