#include "app/quarterdeck/oncallwiring.h"

#include "models/clocks/calendar.h"

#include <QFileInfo>

namespace qd {

OnCallWiring::OnCallWiring(OnCallKeeper::Setup setup, Settings &settings, IncidentSession &session)
    : m_keeper(std::move(setup)),
      m_settings(settings),
      m_session(session)
{
    connect(&m_keeper, &OnCallKeeper::changed, this, [this] { m_session.setOnCall(m_keeper.roster()); });
    connect(&m_session, &IncidentSession::opened, this, &OnCallWiring::choose);
    m_settle.setSingleShot(true);
    m_settle.setInterval(std::chrono::milliseconds(300));
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_settings.flush(); // takes in what another process has written
        choose();
        watch();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

void OnCallWiring::start(const QString &settingsFile)
{
    m_settingsFile = settingsFile;
    watch();
    choose();
}

void OnCallWiring::watch()
{
    const QFileInfo file(m_settingsFile);
    for (const QString &path : {file.absolutePath(), file.absoluteFilePath()}) {
        if (QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

void OnCallWiring::choose()
{
    if (m_settingsFile.isEmpty())
        return;
    const plan::Plan plan = m_session.hasIncident() ? m_session.plan() : plan::Plan();
    m_keeper.setZone(plan.zone.isEmpty() || plan.zone == "UTC" ? QTimeZone::systemTimeZone() : clocks::zoneOf(plan));
    m_keeper.setSources(sources());
}

std::vector<oncall::Source> OnCallWiring::sources() const
{
    std::vector<oncall::Source> all;
    for (const QString &text : m_settings.value(Key::OnCall).toStringList()) {
        if (const std::optional<oncall::Source> source = oncall::sourceOf(text))
            all.push_back(*source);
    }
    const QString named = m_session.hasIncident() ? m_session.plan().onCall.schedule.trimmed() : QString();
    const bool isKnown = std::any_of(all.begin(), all.end(), [&named](const oncall::Source &source) { return source.place == named; });
    if (!isKnown && oncall::isPlace(named))
        all.push_back({named, {}, m_session.plan().id});
    return all;
}

} // namespace qd
