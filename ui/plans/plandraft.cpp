#include "ui/plans/plandraft.h"

#include "ui/widgets/background.h"

namespace qd::ui {
namespace {

QString keyOf(const QString &plan)
{
    return QStringLiteral("plan-") + plan;
}

} // namespace

PlanDraft::PlanDraft(const PaneContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(120));
    connect(&m_pause, &QTimer::timeout, this, &PlanDraft::check);
}

void PlanDraft::open(const QString &id, const QString &saved)
{
    const QString unsaved = kept(id);
    m_id = id;
    m_saved = saved;
    m_text = unsaved.isEmpty() ? saved : unsaved;
    m_outcome = {};
    ++m_revision;
    m_pause.stop();
    emit opened();
    emit changed();
    check();
}

void PlanDraft::close()
{
    m_id.clear();
    m_text.clear();
    m_saved.clear();
    m_outcome = {};
    m_checked = ++m_revision;
    m_pause.stop();
    emit opened();
    emit changed();
    emit checked();
}

void PlanDraft::setText(const QString &text)
{
    if (m_id.isEmpty() || text == m_text)
        return;
    m_text = text;
    ++m_revision;
    keep();
    emit changed();
    m_pause.start();
}

void PlanDraft::markSaved(const QString &text)
{
    m_saved = text;
    keep();
    emit changed();
}

void PlanDraft::keep()
{
    m_kept[m_id] = isChanged() ? m_text : QString();
    m_context.keepDraft(keyOf(m_id), m_kept[m_id]);
}

QString PlanDraft::kept(const QString &id) const
{
    const auto known = m_kept.constFind(id);
    return known != m_kept.constEnd() ? *known : m_context.loadDraft(keyOf(id));
}

bool PlanDraft::isKept(const QString &id) const
{
    return !kept(id).isEmpty();
}

void PlanDraft::discard()
{
    setText(m_saved);
}

void PlanDraft::check()
{
    const int revision = m_revision;
    inBackground(
        this, [yaml = m_text.toUtf8(), name = m_id + QStringLiteral(".yaml")] { return plan::readPlan(yaml, name); },
        [this, revision](const plan::ReadOutcome &outcome) {
            if (revision != m_revision)
                return;
            m_outcome = outcome;
            m_checked = revision;
            emit checked();
        });
}

} // namespace qd::ui
