#pragma once
// Somebody at a console of their own, in step with a hub: a record in a temporary folder and the courier in the background.

#include "models/hub/courierthread.h"
#include "tests/models/hub/hubroom.h"
#include "tests/models/journal/journalstory.h"

#include <QSignalSpy>

namespace qd::test {

class MachineClock : public hub::HubClock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + ahead;
    }
    [[nodiscard]] Duration steady() const override
    {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
    Duration ahead{}; // somebody has set it so
};

class HubDesk
{
public:
    HubDesk(const HubRoom &room, const QString &login, const QString &person)
        : m_story(m_folder.filePath(QStringLiteral("room.db")), person),
          m_room(room),
          m_login(login),
          courier(m_folder.filePath(QStringLiteral("room.db")), m_story.journal().console(), m_folder.path(), clock)
    {
        m_story.setNow(clock.now());
    }

    [[nodiscard]] hub::HubAddress address() const // by the socket
    {
        QStringList hosts{hostOf(cluster())};
        if (m_standby)
            hosts << hostOf(*m_standby);
        const QString url =
            QStringLiteral("postgresql://") + m_login + QLatin1Char('@') + hosts.join(QLatin1Char(',')) + QLatin1Char('/') + m_room.name();
        return must(hub::readHubAddress(url)).address;
    }
    void alsoAt(const Cluster &standby) { m_standby = &standby; }
    void join(const hub::HubAddress &at)
    {
        Sharing sharing;
        sharing.address = at.text();
        sharing.hub = m_room.must(qPrintable(m_login), "SELECT hub FROM quarterdeck.hello(1)");
        must(m_story.journal().join(sharing));
    }
    void start(const hub::HubAddress &at, const QString &password = {})
    {
        courier.start(at, [password](const auto &answer) { answer(password); });
    }
    void open()
    {
        join(address());
        start(address());
    }

    IncidentId declare(const QString &title)
    {
        const IncidentId incident = m_story.declare(title);
        courier.hint();
        return incident;
    }
    void log(const IncidentId &incident, const QString &text)
    {
        m_story.log(incident, text);
        courier.hint();
    }
    [[nodiscard]] QStringList texts(const IncidentId &incident)
    {
        QStringList all;
        for (const TimelineEntry &entry : fold(must(m_story.journal().events(incident))).entries) {
            if (entry.kind == QLatin1String("note"))
                all << entry.text;
        }
        return all;
    }
    [[nodiscard]] qint64 count(const IncidentId &incident) { return static_cast<qint64>(must(m_story.journal().events(incident)).size()); }
    [[nodiscard]] bool isInStep() const { return courier.status().state == hub::HubState::InStep && courier.status().waiting == 0; }
    [[nodiscard]] JournalStory &story() { return m_story; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    MachineClock clock;

private:
    [[nodiscard]] static QString hostOf(const Cluster &server)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(server.socketFolder())) + QLatin1Char(':') + QString::number(server.port());
    }

    QTemporaryDir m_folder;
    JournalStory m_story;
    const HubRoom &m_room;
    QString m_login;
    const Cluster *m_standby = nullptr;

public:
    hub::CourierThread courier;
};

// Dana's and Sam's, on a hub of their own; made anew for each story.
struct TwoDesks
{
    void open()
    {
        room = std::make_unique<HubRoom>();
        room->open();
        dana = std::make_unique<HubDesk>(*room, QStringLiteral("dana"), QStringLiteral("Dana"));
        sam = std::make_unique<HubDesk>(*room, QStringLiteral("sam"), QStringLiteral("Sam"));
    }
    void close()
    {
        dana.reset();
        sam.reset();
        room.reset();
        QVERIFY(!hub::CourierThread::hasLeftBehind());
    }

    std::unique_ptr<HubRoom> room;
    std::unique_ptr<HubDesk> dana, sam;
};

} // namespace qd::test
