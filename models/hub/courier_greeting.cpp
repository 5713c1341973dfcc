#include "models/hub/courier.h"

namespace qd::hub {

void Courier::connect(Instant now)
{
    const Result<Greeting> greeting = m_hub.connect();
    if (!greeting)
        return failedGreeting(greeting.error(), now);
    m_lastContact = now;
    if (!m_greeted || m_status.hub.standing != greeting->standing || m_status.hub.person != greeting->person)
        m_wantsRelease = true; // another standing may be let do what this one was not
    m_greeted = true;
    m_status.hub = *greeting;
    m_status.maySend = greeting->mayAppend && (greeting->standing == Standing::Responder || greeting->standing == Standing::Administrator);
    if (!greeting->mayRead)
        return refuse(
            QStringLiteral("The shared database is too new for this version of Quarterdeck. Install a newer one; until then, what is "
                           "written here stays here."),
            now);
    if (greeting->standing == Standing::None)
        return refuse(QStringLiteral("This login has no standing in the shared database. Ask an administrator for one: "
                                     "quarterdeck-cli hub grant LOGIN responder."),
                      now);
    m_phase = Phase::Membership;
}

void Courier::disconnect()
{
    m_hub.disconnect();
    m_phase = Phase::Connect;
}

void Courier::readMembership(Instant now)
{
    const Result<Membership> at = m_log.membership();
    if (!at)
        return failedGreeting(at.error(), now);
    m_at = *at;
    if (m_at.hub.isEmpty())
        return refuse(QStringLiteral("This database is shared no more. To share it again: quarterdeck-cli hub join."), now);
    if (m_at.hub != m_status.hub.hub)
        return refuse(
            QStringLiteral("This address leads to another shared database than the one that this console is in step with. Correct the "
                           "address, or leave (quarterdeck-cli hub leave) and join this one."),
            now);
    if (m_at.epoch == m_status.hub.epoch)
        return enterRoom(now);
    m_phase = Phase::Chains;
}

void Courier::refuse(const QString &sentence, Instant now)
{
    failedGreeting(Error{ErrorCode::Refused, sentence, {}}, now);
}

void Courier::failedGreeting(const Error &error, Instant now)
{
    failed(m_connecting, error, now);
    const CourierState state = error.code == ErrorCode::Storage ? CourierState::Offline : CourierState::Refused;
    if (m_status.state != state)
        m_status.since = m_lastContact == Instant{} ? now : m_lastContact;
    m_status.state = state;
    reconnect(m_connecting.notBefore);
}

void Courier::listChains(Instant now)
{
    Result<std::vector<ConsoleId>> chains = m_log.chains();
    if (!chains)
        return failedGreeting(chains.error(), now);
    m_chains = std::move(*chains);
    m_asked = 0;
    m_phase = m_chains.empty() ? Phase::Enter : Phase::Heads;
}

void Courier::askHeads(Instant now)
{
    const size_t end = std::min(m_chains.size(), m_asked + static_cast<size_t>(m_policy.heads));
    const std::vector<ConsoleId> chains(m_chains.begin() + static_cast<qptrdiff>(m_asked), m_chains.begin() + static_cast<qptrdiff>(end));
    const Result<QHash<ConsoleId, qint64>> heads = m_hub.heads(chains);
    if (!heads)
        return failedGreeting(heads.error(), now);
    m_lastContact = now;
    m_tails.clear();
    for (const ConsoleId &chain : chains)
        m_tails.insert(chain, heads->value(chain, 0));
    m_asked = end;
    m_phase = Phase::Tails;
}

void Courier::loseTails(Instant now)
{
    if (const Result<void> done = m_log.unacknowledge(m_tails); !done)
        return failedGreeting(done.error(), now);
    m_tails.clear();
    m_phase = m_asked < m_chains.size() ? Phase::Heads : Phase::Enter;
}

void Courier::setEpoch(Instant now)
{
    m_chains = {};
    if (const Result<void> done = m_log.setEpoch(m_status.hub.hub, m_status.hub.epoch); !done)
        return failedGreeting(done.error(), now);
    m_at.epoch = m_status.hub.epoch;
    m_wantsRelease = true; // what was refused may have been so for want of what the other hub had
    enterRoom(now);
}

void Courier::enterRoom(Instant now)
{
    worked(m_connecting);
    m_missing.clear();
    m_batch.clear();
    m_reconnectAfterHold = false;
    m_wantsPush = m_wantsPull = true;
    m_status.state = CourierState::Carrying;
    m_status.since = now;
    m_greetAt = m_status.maySend ? std::nullopt : std::optional(now + m_policy.personRetry);
    m_phase = Phase::Idle;
}

void Courier::release(Instant now)
{
    if (const Result<void> done = m_log.release(); !done)
        return failedWay(Way::Push, done.error(), now);
    m_wantsRelease = false;
    m_wantsPush = true;
    m_releaseAt.reset();
    m_heldIncidents.clear();
    m_status.heldChains.clear();
    m_phase = Phase::Idle;
}

} // namespace qd::hub
