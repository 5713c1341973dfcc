#pragma once
// A bubble of the system tray's icon, where the desktop has a tray. The icon is there once there was something to say.

#include "ui/notices/noticedelivery.h"

#include <QIcon>
#include <QPointer>

class QSystemTrayIcon;

namespace qd::ui {

class TrayNotices : public NoticeDelivery
{
    Q_OBJECT

public:
    TrayNotices(const QIcon &icon, QObject *parent);
    void show(const items::Notice &notice, const std::function<void(Outcome)> &done) override;
    void withdraw(const QString &key) override;

private:
    void makeIcon();

    QIcon m_picture;
    QPointer<QSystemTrayIcon> m_icon;
    QString m_key; // of the bubble
};

} // namespace qd::ui
