#include "ui/notices/traynotices.h"

#include <QSystemTrayIcon>

namespace qd::ui {

TrayNotices::TrayNotices(const QIcon &icon, QObject *parent) : NoticeDelivery(parent), m_picture(icon) { }

void TrayNotices::makeIcon()
{
    m_icon = new QSystemTrayIcon(m_picture, this);
    const auto open = [this] {
        if (!m_key.isEmpty())
            emit opened(m_key);
    };
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, open);
    connect(m_icon, &QSystemTrayIcon::activated, this, open);
    m_icon->show();
}

// An icon says that it supports messages also where there is no tray.
void TrayNotices::show(const items::Notice &notice, const std::function<void(Outcome)> &done)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        done(Outcome::NotShown);
        return;
    }
    if (!m_icon)
        makeIcon();
    m_key = notice.key;
    m_icon->setToolTip(notice.sentence());
    m_icon->showMessage(notice.text, notice.subject, notice.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information,
                        notice.urgent ? 60'000 : 15'000);
    done(Outcome::Shown);
}

void TrayNotices::withdraw(const QString &key)
{
    if (!m_icon || key != m_key)
        return;
    m_key.clear();
    m_icon->setToolTip({});
}

} // namespace qd::ui
