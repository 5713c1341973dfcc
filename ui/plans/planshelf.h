#pragma once
// The plans there are, and which incidents ran under each: read again in the background whenever something may have changed.

#include "models/core/planrun.h"
#include "models/plan/planstore.h"
#include "ui/panes/pane.h"

namespace qd::ui {

struct ShelfPlan
{
    plan::PlanSummary summary;
    bool removed = false; // of which there are versions only
    bool drafted = false; // changed and not saved
    int incidents = 0;
    int open = 0; // of those, under it now
};

class PlanShelf : public QObject
{
    Q_OBJECT

public:
    PlanShelf(const PaneContext &context, const plan::PlanStore &store, std::function<bool(const QString &id)> isDrafted, QObject *parent);
    void reload();
    [[nodiscard]] const std::vector<ShelfPlan> &plans() const { return m_plans; }
    [[nodiscard]] const ShelfPlan *find(const QString &id) const; // nullptr: none
    [[nodiscard]] std::vector<PlanRun> runsOf(const QString &id) const;
    [[nodiscard]] bool isReading() const { return m_asked != m_answered; } // what is here may have been before the last change
    void noteDraft(const QString &id, bool drafted);

signals:
    void changed();

private:
    void count();
    void noteSession();
    void readRuns();

    const PaneContext &m_context;
    plan::PlanStore m_store;
    std::function<bool(const QString &id)> m_isDrafted;
    std::vector<ShelfPlan> m_plans;
    std::vector<PlanRun> m_runs;
    QStringList m_incidents;            // as they were when the runs were last found to be behind
    const plan::Plan *m_plan = nullptr; // only ever compared
    bool m_behind = false;              // the journal may know more runs, once everything is stored
    int m_answered = 0;
    int m_asked = 0; // the last answer that was asked for counts
};

} // namespace qd::ui
