#pragma once
// Which schedules of who is on call are read: those that a person chose, also in a terminal meanwhile, and the one that the open incident's
// plan names. What they say goes to the session.

#include "app/oncall/oncallkeeper.h"
#include "models/session/session.h"
#include "models/settings/settings.h"

namespace qd {

class OnCallWiring : public QObject
{
    Q_OBJECT

public:
    OnCallWiring(OnCallKeeper::Setup setup, Settings &settings, IncidentSession &session);
    void start(const QString &settingsFile); // reads; before, nothing is
    void choose();                           // the sources may be others now

private:
    [[nodiscard]] std::vector<oncall::Source> sources() const;
    void watch();

    OnCallKeeper m_keeper;
    Settings &m_settings;
    IncidentSession &m_session;
    QString m_settingsFile;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace qd
