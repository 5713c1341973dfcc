#include "ui/plans/planshelf.h"

#include "ui/widgets/background.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace qd::ui {
namespace {

struct Found
{
    std::vector<plan::PlanSummary> plans;
    QStringList removed;
};

} // namespace

PlanShelf::PlanShelf(const PaneContext &context, const plan::PlanStore &store, std::function<bool(const QString &id)> isDrafted,
                     QObject *parent)
    : QObject(parent),
      m_context(context),
      m_store(store),
      m_isDrafted(std::move(isDrafted))
{
    connect(&context.session, &IncidentSession::boardChanged, this, &PlanShelf::noteSession);
    connect(&context.session, &IncidentSession::changed, this, &PlanShelf::noteSession);
    connect(&context.session, &IncidentSession::saveStatusChanged, this, &PlanShelf::noteSession);
}

// Another incident, one that ended or another plan in the open one. What is not stored yet, the journal does not count.
void PlanShelf::noteSession()
{
    const IncidentSession &session = m_context.session;
    QStringList incidents;
    for (const BoardRow &row : session.board())
        incidents << row.ref + (row.open ? QStringLiteral("+") : QStringLiteral("-"));
    const bool sameIncidents = std::exchange(m_incidents, incidents) == m_incidents;
    const bool samePlan = std::exchange(m_plan, &session.plan()) == m_plan;
    m_behind = m_behind || !sameIncidents || !samePlan;
    if (m_behind && session.saveStatus().state == SaveState::Saved)
        readRuns();
}

void PlanShelf::reload()
{
    const int asked = ++m_asked;
    inBackground(
        this,
        [store = m_store] {
            return Found{store.list(), store.removed()};
        },
        [this, asked](const Found &found) {
            if (asked != m_asked)
                return;
            m_answered = asked;
            m_plans.clear();
            for (const plan::PlanSummary &summary : found.plans)
                m_plans.push_back({summary, false, m_isDrafted(summary.id), 0, 0});
            for (const QString &id : found.removed) {
                if (!find(id))
                    m_plans.push_back({{id, id, false, {}}, true, false, 0, 0});
            }
            count();
        });
    readRuns();
}

void PlanShelf::readRuns()
{
    m_behind = m_behind && m_context.session.saveStatus().state != SaveState::Saved; // then it is read again
    m_context.session.loadPlanRuns([self = QPointer(this)](const Result<std::vector<PlanRun>> &runs) {
        if (!self || !runs)
            return;
        self->m_runs = *runs;
        self->count();
    });
}

void PlanShelf::count()
{
    for (ShelfPlan &plan : m_plans) {
        QSet<IncidentId> incidents;
        plan.open = 0;
        for (const PlanRun &run : runsOf(plan.summary.id)) {
            incidents.insert(run.incident);
            plan.open += run.open && run.current ? 1 : 0;
        }
        plan.incidents = static_cast<int>(incidents.size());
    }
    emit changed();
}

const ShelfPlan *PlanShelf::find(const QString &id) const
{
    const auto found = std::find_if(m_plans.begin(), m_plans.end(), [&id](const ShelfPlan &plan) { return plan.summary.id == id; });
    return found == m_plans.end() ? nullptr : &*found;
}

std::vector<PlanRun> PlanShelf::runsOf(const QString &id) const
{
    std::vector<PlanRun> runs;
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(runs),
                 [&id](const PlanRun &run) { return run.plan.compare(id, Qt::CaseInsensitive) == 0; });
    return runs;
}

void PlanShelf::noteDraft(const QString &id, bool drafted)
{
    for (ShelfPlan &plan : m_plans) {
        if (plan.summary.id == id && std::exchange(plan.drafted, drafted) != drafted)
            emit changed();
    }
}

} // namespace qd::ui
