#include "app/notices/desktopnotices.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace qd {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int untilTheServiceSays = -1;
constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2;

} // namespace

DesktopNotices::DesktopNotices(Setup setup, QObject *parent)
    : NoticeDelivery(parent),
      m_setup(std::move(setup)),
      m_bus(QString()) // connected to nothing
{
}

DesktopNotices::~DesktopNotices() = default;

void DesktopNotices::show(const items::Notice &notice, const std::function<void(Outcome)> &done)
{
    m_waiting.push_back({notice, done});
    if (!m_bus.isConnected())
        startConnecting();
    else if (!m_abilities)
        askAbilities();
    else
        sendWaiting();
}

// A bus that does not answer is given up for these notices; the next one tries again.
void DesktopNotices::startConnecting()
{
    QTimer::singleShot(m_setup.patience, this, [this] {
        if (m_connecting)
            giveUpWaiting();
    });
    if (std::exchange(m_connecting, true))
        return;
    const QString name = QStringLiteral("quarterdeck-notices-%1").arg(++m_attempts);
    QThreadPool::globalInstance()->start([self = QPointer<DesktopNotices>(this), connect = m_setup.connect, name] {
        const QDBusConnection bus = connect(name);
        QMetaObject::invokeMethod(
            qApp,
            [self, bus] {
                if (self)
                    self->connected(bus);
            },
            Qt::QueuedConnection);
    });
}

void DesktopNotices::connected(const QDBusConnection &bus)
{
    m_connecting = false;
    if (!bus.isConnected()) {
        giveUpWaiting();
        return;
    }
    m_bus = bus;
    forgetService();
    delete m_watcher;
    m_watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &DesktopNotices::forgetService);
    m_bus.connect({}, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect({}, path, service, QStringLiteral("NotificationClosed"), this, SLOT(notificationClosed(uint, uint)));
    askAbilities();
}

void DesktopNotices::forgetService()
{
    m_abilities.reset();
    m_numbers.clear();
}

void DesktopNotices::call(const QString &method, const QVariantList &arguments, const std::function<void(const QVariantList *answer)> &done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, static_cast<int>(m_setup.patience.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, done] {
        watcher->deleteLater();
        const QVariantList answer = watcher->reply().arguments();
        done(watcher->isError() ? nullptr : &answer);
    });
}

void DesktopNotices::askAbilities()
{
    if (std::exchange(m_asking, true))
        return;
    call(QStringLiteral("GetCapabilities"), {}, [this](const QVariantList *answer) {
        m_asking = false;
        if (!answer) {
            giveUpWaiting();
            return;
        }
        m_abilities = answer->value(0).toStringList();
        sendWaiting();
    });
}

void DesktopNotices::giveUpWaiting()
{
    for (const Waiting &what : std::exchange(m_waiting, {}))
        what.done(Outcome::NotShown);
}

void DesktopNotices::sendWaiting()
{
    for (const Waiting &what : std::exchange(m_waiting, {}))
        send(what);
}

void DesktopNotices::send(const Waiting &what)
{
    const items::Notice &notice = what.notice;
    const QString body = can("body-markup") ? notice.subject.toHtmlEscaped() : notice.subject;
    const QString summary = can("body") ? notice.text : notice.sentence();
    const QStringList actions{QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")};
    const bool sounds = can("sound");
    call(QStringLiteral("Notify"),
         {QStringLiteral("Quarterdeck"), m_numbers.value(notice.key, 0u), QStringLiteral("quarterdeck"), summary, body,
          can("actions") ? actions : QStringList(), hintsOf(notice), untilTheServiceSays},
         [this, what, sounds](const QVariantList *answer) {
             if (answer)
                 m_numbers.insert(what.notice.key, answer->value(0).toUInt());
             what.done(!answer ? Outcome::NotShown : sounds ? Outcome::ShownWithSound : Outcome::Shown);
         });
}

// Where the service plays no sounds, it is told to make none: the program makes its own.
QVariantMap DesktopNotices::hintsOf(const items::Notice &notice) const
{
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(notice.urgent ? criticalUrgency : normalUrgency)},
                      {QStringLiteral("desktop-entry"), QStringLiteral("quarterdeck")}};
    const QString file = m_setup.soundFile ? m_setup.soundFile(notice.urgent) : QString();
    if (!notice.sounds || !can("sound"))
        hints.insert(QStringLiteral("suppress-sound"), true);
    else if (!file.isEmpty())
        hints.insert(QStringLiteral("sound-file"), file);
    else
        hints.insert(QStringLiteral("sound-name"), notice.urgent ? QStringLiteral("dialog-warning") : QStringLiteral("message"));
    return hints;
}

void DesktopNotices::withdraw(const QString &key)
{
    if (const uint number = m_numbers.take(key))
        call(QStringLiteral("CloseNotification"), {number}, [](const QVariantList *) {});
}

void DesktopNotices::actionInvoked(uint id, const QString &)
{
    if (const QString key = m_numbers.key(id); !key.isEmpty())
        emit opened(key);
}

void DesktopNotices::notificationClosed(uint id, uint)
{
    m_numbers.remove(m_numbers.key(id));
}

} // namespace qd
