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

Result<std::vector<CarriedEvent>> JournalLog::waiting(const Batch &batch)
{
    return m_log.waiting(batch.events, batch.bytes);
}

Result<Backlog> JournalLog::backlog()
{
    const Result<qd::Backlog> backlog = m_log.backlog();
    return backlog ? Result<Backlog>(Backlog{backlog->waiting, backlog->held}) : tl::unexpected(backlog.error());
}

Result<void> JournalLog::hold(const ConsoleId &chain, const QString &reason)
{
    return m_log.hold(chain, reason);
}

Result<void> JournalLog::release()
{
    return m_log.release();
}

Result<std::vector<ConsoleId>> JournalLog::chains()
{
    return m_log.chains();
}

Result<void> JournalLog::unacknowledge(const QHash<ConsoleId, qint64> &hubHas)
{
    return m_log.unacknowledge(hubHas);
}

Result<bool> JournalLog::acknowledge(const std::vector<qint64> &positions, const Membership &at)
{
    return m_log.acknowledge(positions, {at.hub, at.epoch, at.cursor});
}

Result<bool> JournalLog::keep(const std::vector<CarriedEvent> &pulled, const Membership &at, const QByteArray &cursor)
{
    return m_log.keep(pulled, {at.hub, at.epoch, at.cursor}, cursor);
}

} // namespace qd::hub
