#pragma once
// A bus of its own, and on it a notification service that does as it is told.

#include <QDBusConnection>
#include <QDBusContext>
#include <QProcess>
#include <QTest>

namespace qd::test {

struct Bubble
{
    uint replaces = 0;
    QString summary;
    QString body;
    QStringList actions;
    QVariantMap hints;
};

class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    enum class Mood { Answers, Refuses, Silent };
    using QObject::QObject;

    Mood mood = Mood::Answers;
    QStringList abilities{QStringLiteral("body"), QStringLiteral("actions")};
    std::vector<Bubble> bubbles;
    QList<uint> closed;

public slots:
    QStringList GetCapabilities() { return abilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int)
    {
        bubbles.push_back({replaces, summary, body, actions, hints});
        if (mood == Mood::Refuses)
            sendErrorReply(QDBusError::LimitsExceeded, QStringLiteral("too many"));
        if (mood == Mood::Silent)
            setDelayedReply(true);
        return replaces ? replaces : static_cast<uint>(40 + bubbles.size());
    }
    void CloseNotification(uint id) { closed << id; }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class FakeDesktop
{
public:
    FakeDesktop()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address"), QStringLiteral("--address=unix:tmpdir=/tmp")});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            qFatal("there is no bus: dbus-daemon does not start");
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~FakeDesktop()
    {
        stopService();
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    [[nodiscard]] QString address() const { return m_address; }

    FakeService &startService()
    {
        m_name = QStringLiteral("service-%1").arg(++m_count);
        m_service = std::make_unique<FakeService>();
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, m_name);
        bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_service.get(),
                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        if (!bus.registerService(QStringLiteral("org.freedesktop.Notifications")))
            qFatal("the service cannot have its name");
        return *m_service;
    }

    void stopService()
    {
        if (!m_service)
            return;
        QDBusConnection::disconnectFromBus(m_name);
        m_service.reset();
    }

private:
    QProcess m_daemon;
    QString m_address;
    QString m_name;
    std::unique_ptr<FakeService> m_service;
    static inline int m_count = 0;
};

} // namespace qd::test
