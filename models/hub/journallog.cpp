#include "models/hub/journallog.h"

#include "models/journal/sharedlog.h"

namespace qd::hub {

Result<Membership> JournalLog::membership()
{
    const Result<Sharing> sharing = m_log.sharing();
    return sharing ? Result<Membership>(Membership{sharing->hub, sharing->epoch, sharing->cursor}) : tl::unexpected(sharing.error());
}

Result<void> JournalLog::setEpoch(const QString &hub, const QString &epoch)
{
    return m_log.setEpoch(hub, epoch);
}

Result<std::vector<CarriedEvent>> JournalLog::waiting(int atMost)
{
    constexpr qint64 bytesAtOnce = 4 << 20;
    return m_log.waiting(atMost, bytesAtOnce);
}

Result<void> JournalLog::acknowledge(const std::vector<qint64> &positions)
{
    return m_log.acknowledge(positions);
}

Result<void> JournalLog::hold(const ConsoleId &chain, const QString &reason)
{
    return m_log.hold(chain, reason);
}

Result<void> JournalLog::release()
{
    return m_log.release();
}

Result<void> JournalLog::unacknowledge(const ConsoleId &chain, qint64 after)
{
    return m_log.unacknowledge(chain, after);
}

Result<std::vector<ConsoleId>> JournalLog::chains()
{
    return m_log.chains();
}

Result<void> JournalLog::keep(const std::vector<CarriedEvent> &pulled, const QByteArray &cursor)
{
    return m_log.keep(pulled, cursor);
}

} // namespace qd::hub
