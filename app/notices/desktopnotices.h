#pragma once
// Notices through the desktop's notification service (org.freedesktop.Notifications).
//
// 1. Nothing waits for the bus: it is connected to on another thread, every call is answered later, and one that is not answered in
//    time counts as not shown.
// 2. What the service can do is asked once for each service that owns the name; its numbers mean nothing to the next one.
// 3. One bubble a key: a later notice takes the place of the one before.

#include "ui/notices/noticedelivery.h"

#include <QDBusConnection>
#include <QHash>
#include <QStringList>

#include <optional>

class QDBusServiceWatcher;

namespace qd {

class DesktopNotices : public ui::NoticeDelivery
{
    Q_OBJECT

public:
    struct Setup
    {
        std::function<QDBusConnection(const QString &name)> connect; // called on another thread; another name each time
        std::function<QString(bool urgent)> soundFile;               // for a service that plays sounds; empty: none
        std::chrono::milliseconds patience = std::chrono::seconds(3);
    };

    DesktopNotices(Setup setup, QObject *parent);
    ~DesktopNotices() override;
    void show(const items::Notice &notice, const std::function<void(Outcome)> &done) override;
    void withdraw(const QString &key) override;

private slots:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    struct Waiting
    {
        items::Notice notice;
        std::function<void(Outcome)> done;
    };
    void startConnecting();
    void connected(const QDBusConnection &bus);
    void forgetService();
    void askAbilities();
    void sendWaiting();
    void giveUpWaiting();
    void send(const Waiting &what);
    [[nodiscard]] QVariantMap hintsOf(const items::Notice &notice) const;
    [[nodiscard]] bool can(const char *ability) const { return m_abilities->contains(QLatin1String(ability)); }
    void call(const QString &method, const QVariantList &arguments, const std::function<void(const QVariantList *answer)> &done);

    Setup m_setup;
    QDBusConnection m_bus;
    int m_attempts = 0;
    bool m_connecting = false;
    bool m_asking = false;
    QDBusServiceWatcher *m_watcher = nullptr;
    std::optional<QStringList> m_abilities; // absent: not known yet
    std::vector<Waiting> m_waiting;
    QHash<QString, uint> m_numbers; // of the bubbles, by key
};

} // namespace qd
