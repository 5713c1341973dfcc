#pragma once
// The courier at its work, in the thread that it was moved to. Every function but the constructor is called there.

#include "models/hub/clockoffset.h"
#include "models/hub/courier.h"
#include "models/hub/hubclock.h"
#include "models/hub/hubstatus.h"
#include "models/hub/postgreshub.h"
#include "models/hub/present.h"
#include "models/journal/sharedlog.h"

#include <QObject>
#include <QTimer>

namespace qd::hub {

class CourierWork : public QObject
{
    Q_OBJECT

public:
    CourierWork(QString file, ConsoleId console, HubAddress address, QString home, const HubClock &clock, std::shared_ptr<CallGuard> guard);
    ~CourierWork() override;

    void begin(const QString &password);
    void tryNow();
    void appended();
    void lookAt(const IncidentId &incident);
    void leave(); // says that we go, where that takes a moment only

signals:
    void statusChanged(const qd::hub::HubStatus &status);
    void arrived();
    void presenceChanged(const std::vector<qd::hub::Present> &present);
    void clockOffsetChanged(qd::Duration hubIsAhead);
    void parcelsWait(); // there is something attached to carry

private:
    void carry();
    void tell(bool isPressing);
    void afterStep(const CourierStatus &before);
    void look();
    void greet();
    void measureClock();
    void tellClock();
    void failed(const Error &error);
    [[nodiscard]] bool isInTouch() const;

    QString m_file;
    ConsoleId m_console;
    HubAddress m_address;
    QString m_home;
    const HubClock &m_clock;
    std::shared_ptr<CallGuard> m_guard;

    std::unique_ptr<SharedLog> m_log;
    std::unique_ptr<LogPort> m_port;
    std::unique_ptr<HubConnection> m_connection;
    std::unique_ptr<PostgresHub> m_hub;
    std::unique_ptr<Courier> m_courier;

    QTimer m_next, m_look, m_greet, m_parcels;
    HubStatus m_told;
    Duration m_toldAt{};
    IncidentId m_incident;
    ClockOffset m_offset;
    std::optional<Duration> m_toldOffset;
    int m_samples = 0; // of the hub's clock, on this connection
};

} // namespace qd::hub
