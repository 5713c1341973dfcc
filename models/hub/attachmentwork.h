#pragma once
// Attachments, carried in a thread of their own, over a connection that is open only while there is something to carry.

#include "models/hub/attachmentcarrier.h"

#include <QObject>
#include <QTimer>

namespace qd::hub {

class AttachmentWork : public QObject
{
    Q_OBJECT

public:
    AttachmentWork(QString file, HubAddress address, QString home, std::shared_ptr<CallGuard> guard);

    void carry(const QString &password); // in its own thread, as is everything here

signals:
    void arrived();

private:
    void go();
    void rest();

    QString m_file;
    HubAddress m_address;
    QString m_home;
    std::shared_ptr<CallGuard> m_guard;
    std::unique_ptr<SharedLog> m_log;
    std::unique_ptr<HubConnection> m_hub;
    std::unique_ptr<AttachmentCarrier> m_carrier;
    QTimer m_again;
    int m_failures = 0;
};

} // namespace qd::hub
