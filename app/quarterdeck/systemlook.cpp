#include "app/quarterdeck/systemlook.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace qd {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString contrastKey = QStringLiteral("contrast");

// Older portals wrap the value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLook::SystemLook(QObject *parent) : QObject(parent) { }

std::optional<ui::Theme::Mode> SystemLook::modeOf(uint scheme, uint contrast)
{
    if (contrast == 1)
        return ui::Theme::Mode::Contrast;
    if (scheme == 1)
        return ui::Theme::Mode::Dark;
    return scheme == 2 ? std::optional(ui::Theme::Mode::Light) : std::nullopt;
}

void SystemLook::ask()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) // a bus is not started for this
        return;
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this, SLOT(take(QDBusMessage)));
    read(colorScheme);
    read(contrastKey);
}

void SystemLook::read(const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << appearance << key;
    question.setAutoStartService(false);
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, key] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid())
            note(key, reply.value().variant());
        answer->deleteLater();
    });
}

void SystemLook::take(const QDBusMessage &change) // namespace, key, value
{
    const QVariantList said = change.arguments();
    if (said.size() == 3 && said.at(0).toString() == appearance)
        note(said.at(1).toString(), said.at(2));
}

void SystemLook::note(const QString &key, const QVariant &value)
{
    if (key != colorScheme && key != contrastKey)
        return;
    (key == colorScheme ? m_colorScheme : m_contrast) = unwrapped(value).toUInt();
    if (const auto mode = modeOf(m_colorScheme, m_contrast))
        emit found(*mode);
}

} // namespace qd
