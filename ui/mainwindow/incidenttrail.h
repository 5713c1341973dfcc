#pragma once
// The incidents that were open before, for the way back from one that was only looked up.

#include "models/session/session.h"

namespace qd::ui {

class IncidentTrail : public QObject
{
    Q_OBJECT

public:
    IncidentTrail(IncidentSession &session, QObject *parent);
    void back(); // nothing happens at its beginning

private:
    void noteOpened();

    IncidentSession &m_session;
    std::vector<IncidentId> m_before;
    IncidentId m_open;
    IncidentId m_returning; // it is no step forward
};

} // namespace qd::ui
