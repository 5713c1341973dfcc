#include "app/cli/hubsync.h"

#include "models/hub/attachmentcarrier.h"
#include "models/hub/courier.h"
#include "models/hub/journallog.h"
#include "models/hub/postgreshub.h"
#include "models/hub/standingwords.h"
#include "models/journal/sharedlog.h"

#include <QRandomGenerator>

#include <thread>

namespace qd::cli {
namespace {

using hub::CourierState;
using hub::CourierStatus;

constexpr Duration aMoment = std::chrono::milliseconds(200);

class Syncing
{
public:
    Syncing(SharedLog &log, const hub::HubVisit &visit, const hub::HubClock &clock)
        : m_log(log),
          m_clock(clock),
          m_port(log),
          m_connection(visit.address, visit.home, visit.guard),
          m_hub(m_connection),
          m_courier(m_port, m_hub, hub::CourierPolicy(), QRandomGenerator::global()->generate64())
    {
        m_connection.setPassword(visit.password);
    }

    [[nodiscard]] Result<CourierStatus> events(Duration patience, const std::function<void(const CourierStatus &)> &progress)
    {
        Duration inTouch = m_clock.steady();
        for (;;) {
            const hub::Courier::Step step = m_courier.step(m_clock.now());
            const CourierStatus &status = m_courier.status();
            progress(status);
            if (status.state == CourierState::InStep && step.at)
                return status;
            if (status.state != CourierState::Offline && !status.error)
                inTouch = m_clock.steady();
            const bool isOver = status.state == CourierState::Refused || m_clock.steady() - inTouch > patience;
            if (isOver && status.error)
                return tl::unexpected(*status.error);
            if (step.at)
                std::this_thread::sleep_for(std::clamp<Duration>(*step.at - m_clock.now(), Duration(0), aMoment));
        }
    }

    [[nodiscard]] Result<int> attachments()
    {
        const size_t before = waiting();
        hub::AttachmentCarrier carrier(m_log, m_connection);
        for (bool isMore = true; isMore;) {
            const Result<bool> more = carrier.step();
            if (!more)
                return tl::unexpected(more.error());
            isMore = *more;
        }
        return static_cast<int>(before - waiting());
    }

private:
    [[nodiscard]] size_t waiting() const
    {
        const Result<std::vector<Parcel>> parcels = m_log.parcels(100'000);
        return parcels ? parcels->size() : 0;
    }

    SharedLog &m_log;
    const hub::HubClock &m_clock;
    hub::JournalLog m_port;
    hub::HubConnection m_connection;
    hub::PostgresHub m_hub;
    hub::Courier m_courier;
};

} // namespace

Result<Synced> syncNow(const QString &file, const hub::HubVisit &visit, const hub::HubClock &clock, Duration patience,
                       const std::function<void(const CourierStatus &)> &progress)
{
    const Result<std::unique_ptr<SharedLog>> log = SharedLog::open(file);
    if (!log)
        return tl::unexpected(log.error());
    Syncing syncing(**log, visit, clock);
    const Result<CourierStatus> status = syncing.events(patience, progress);
    if (!status)
        return tl::unexpected(status.error());
    if (const Result<void> known = (*log)->setStanding(status->hub.person, hub::standingWord(status->hub.standing)); !known)
        return tl::unexpected(known.error());
    const Result<int> attachments = syncing.attachments();
    return attachments ? Result<Synced>(Synced{*status, *attachments}) : tl::unexpected(attachments.error());
}

} // namespace qd::cli
