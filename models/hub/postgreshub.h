#pragma once
// The hub as the courier sees it, over one connection to PostgreSQL. models/hub/sql says what stands behind each call.

#include "models/hub/hubclock.h"
#include "models/hub/hubconnection.h"
#include "models/hub/ports.h"

namespace qd::hub {

class PostgresHub : public HubPort
{
public:
    explicit PostgresHub(HubConnection &connection) : m_connection(connection) { }

    [[nodiscard]] Result<Greeting> connect() override;
    void disconnect() override { m_connection.close(); }
    [[nodiscard]] Result<std::vector<PushAnswer>> push(const std::vector<CarriedEvent> &events) override;
    [[nodiscard]] Result<Pulled> pull(const QByteArray &cursor, const Batch &batch) override;
    [[nodiscard]] Result<QHash<ConsoleId, qint64>> heads(const std::vector<ConsoleId> &chains) override;

    [[nodiscard]] Result<Greeting> hello(); // on a connection that is open
    // To all that this login may hear. connect() does it; when who may see what has changed, so have the channels.
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] bool channelsAreOld() const { return m_channelsAreOld; }
    // Of the hub's clock. Closes the connection when another epoch has begun meanwhile: connect() tells of that.
    [[nodiscard]] Result<Instant> time();

private:
    void noteAccess(const std::vector<CarriedEvent> &events);

    HubConnection &m_connection;
    QString m_epoch; // as connect() told
    bool m_channelsAreOld = false;
};

} // namespace qd::hub
