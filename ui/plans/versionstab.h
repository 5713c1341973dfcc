#pragma once
// The versions of a plan; of the one that is looked at, what it changed and which incidents ran under it.

#include "models/plan/differences.h"
#include "models/items/card.h"
#include "ui/plans/planshelf.h"

namespace qd::ui {

class CardList;
class PaneTitle;

class VersionsTab : public QWidget
{
    Q_OBJECT

public:
    VersionsTab(const PaneContext &context, const plan::PlanStore &store, const PlanShelf &shelf, QWidget *parent);
    void showPlan(const QString &id); // empty: none

signals:
    void broughtBack(int number);
    void incidentChosen(const qd::IncidentId &incident);
    void adoptionWanted();

private:
    void place();
    void take(const QString &id, const std::vector<plan::PlanVersion> &versions);
    void showVersions();
    void showVersion();
    void showDifferences(const QString &since, const std::vector<plan::Difference> &differences);
    void showIncidents();
    void bringBack(const QString &card);
    [[nodiscard]] std::vector<PlanRun> runsUnder(const QString &card) const;
    [[nodiscard]] items::Card versionCard(const plan::PlanVersion &version) const;
    [[nodiscard]] items::Card runCard(const PlanRun &run) const;

    const PaneContext &m_context;
    plan::PlanStore m_store;
    const PlanShelf &m_shelf;
    QString m_plan;
    std::vector<plan::PlanVersion> m_versions; // newest first
    int m_asked = 0;
    CardList *m_list;
    PaneTitle *m_changedTitle;
    CardList *m_differences;
    PaneTitle *m_incidentsTitle;
    CardList *m_incidents;
};

} // namespace qd::ui
