#include "ui/mainwindow/incidenttrail.h"

namespace qd::ui {

constexpr size_t longest = 50;

IncidentTrail::IncidentTrail(IncidentSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &IncidentSession::opened, this, &IncidentTrail::noteOpened);
    noteOpened();
}

void IncidentTrail::noteOpened()
{
    const IncidentId open = m_session.incident().id;
    if (open == m_open)
        return;
    const IncidentId left = std::exchange(m_open, open);
    if (!left.isNull() && open != m_returning)
        m_before.push_back(left);
    m_returning = {};
    if (m_before.size() > longest)
        m_before.erase(m_before.begin());
}

void IncidentTrail::back()
{
    if (m_before.empty())
        return;
    m_returning = m_before.back();
    m_before.pop_back();
    m_session.open(m_returning);
}

} // namespace qd::ui
