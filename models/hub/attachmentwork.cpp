#include "models/hub/attachmentwork.h"

#include <algorithm>

namespace qd::hub {

using namespace std::chrono_literals;

AttachmentWork::AttachmentWork(QString file, HubAddress address, QString home, std::shared_ptr<CallGuard> guard)
    : m_file(std::move(file)),
      m_address(std::move(address)),
      m_home(std::move(home)),
      m_guard(std::move(guard)),
      m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &AttachmentWork::go);
}

void AttachmentWork::carry(const QString &password)
{
    if (!m_log) {
        Result<std::unique_ptr<SharedLog>> log = SharedLog::open(m_file);
        if (!log)
            return; // the courier stands before the same, and says so
        m_log = std::move(*log);
        m_hub = std::make_unique<HubConnection>(m_address, m_home, m_guard, 60s);
        m_carrier = std::make_unique<AttachmentCarrier>(*m_log, *m_hub);
    }
    m_hub->setPassword(password);
    m_carrier->beginRound();
    m_failures = 0;
    m_again.start(0);
}

void AttachmentWork::go()
{
    if (m_guard->hasEnded())
        return;
    if (const Result<void> opened = m_hub->open(); !opened)
        return rest();
    const Result<bool> more = m_carrier->step();
    if (m_carrier->hasArrived())
        emit arrived();
    if (!more)
        return rest();
    if (*more)
        return m_again.start(0);
    if (m_carrier->hasLeft())
        return rest(); // who attached it is perhaps still sending
    m_failures = 0;
    m_hub->close();
}

void AttachmentWork::rest()
{
    m_hub->close();
    m_carrier->beginRound();
    m_again.start(std::chrono::milliseconds(std::min(60'000, 1000 << std::min(m_failures++, 6))));
}

} // namespace qd::hub
