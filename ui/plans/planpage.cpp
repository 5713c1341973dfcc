#include "ui/plans/planpage.h"

#include "models/plan/writer.h"
#include "ui/plans/planview.h"
#include "ui/widgets/emptystate.h"

namespace qd::ui {

PlanPage::PlanPage(PlanDraft &draft, const Theme &theme, QWidget *parent)
    : QStackedWidget(parent),
      m_draft(draft),
      m_editing(*new PlanEditing(this)),
      m_view(new PlanView(m_editing, theme, this)),
      m_unsound(new EmptyState(theme, tr("This plan cannot be shown yet"),
                               tr("Its source has problems. They stand under the source, each with its place."), this))
{
    addWidget(m_view);
    addWidget(m_unsound);
    connect(&draft, &PlanDraft::checked, this, &PlanPage::readDraft);
    connect(&m_editing, &PlanEditing::changed, this, &PlanPage::writeDraft);
}

void PlanPage::readDraft()
{
    m_view->setEnabled(!m_draft.id().isEmpty());
    const bool isMine = m_draft.text() == m_written && m_draft.id() == m_id;
    if (!m_draft.plan()) {
        setCurrentWidget(isMine || m_draft.id().isEmpty() ? static_cast<QWidget *>(m_view) : m_unsound);
        return;
    }
    setCurrentWidget(m_view);
    if (isMine)
        return;
    m_reading = true;
    if (std::exchange(m_id, m_draft.id()) == m_draft.id())
        m_editing.goOn(*m_draft.plan());
    else
        m_editing.start(*m_draft.plan());
    m_reading = false;
}

void PlanPage::writeDraft()
{
    if (m_reading || m_id.isEmpty() || m_id != m_draft.id())
        return;
    m_written = QString::fromUtf8(plan::writePlan(m_editing.plan()));
    m_draft.setText(m_written);
}

} // namespace qd::ui
