#include "models/hub/courier.h"

namespace qd::hub {

Courier::Courier(LogPort &log, HubPort &hub, const CourierPolicy &policy, quint64 seed)
    : m_log(log),
      m_hub(hub),
      m_policy(policy),
      m_lots(seed),
      m_pushPace(policy.push),
      m_pullPace(policy.pull)
{
}

Courier::Step Courier::step(Instant now)
{
    followClock(now);
    measure(now);
    if (m_phase == Phase::Idle)
        choose(now);
    if (dueAt() <= now) {
        perform(now);
        if (m_phase == Phase::Idle)
            choose(now);
    }
    const Instant due = dueAt();
    return due <= now ? Step{} : Step{due};
}

void Courier::hint(Hint what)
{
    (what == Hint::Appended ? m_wantsPush : m_wantsPull) = true;
}

void Courier::tryNow()
{
    m_connectAt = {};
    for (Trouble *each : {&m_connecting, &m_pushing, &m_pulling}) {
        each->patience.succeeded();
        each->notBefore = {};
    }
    m_wantsPush = m_wantsPull = m_wantsRelease = true;
    if (m_status.state == CourierState::Offline || m_status.state == CourierState::Refused)
        m_status.state = CourierState::Connecting;
    if (!m_status.maySend && m_phase == Phase::Idle)
        m_greetAt = Instant{};
}

void Courier::perform(Instant now)
{
    switch (m_phase) {
    case Phase::Connect: return connect(now);
    case Phase::Disconnect: return disconnect();
    case Phase::Membership: return readMembership(now);
    case Phase::Chains: return listChains(now);
    case Phase::Heads: return askHeads(now);
    case Phase::Tails: return loseTails(now);
    case Phase::Enter: return setEpoch(now);
    case Phase::Release: return release(now);
    case Phase::Idle: return;
    case Phase::Offer: return offer(now);
    case Phase::Push: return push(now);
    case Phase::Acknowledge: return acknowledge(now);
    case Phase::Missing: return offerMissing(now);
    case Phase::Hold: return hold(now);
    case Phase::Count: return count(now);
    case Phase::Where: return where(now);
    case Phase::Pull: return pull(now);
    case Phase::Keep: return keep(now);
    }
}

void Courier::choose(Instant now)
{
    if (now >= m_pollAt) {
        m_wantsPush = m_wantsPull = true;
        m_pollAt = now + m_policy.poll;
    }
    if (m_greetAt && now >= *m_greetAt) {
        m_greetAt.reset();
        return reconnect(now);
    }
    if (m_wantsRelease || (m_releaseAt && now >= *m_releaseAt)) {
        m_phase = Phase::Release;
        return;
    }
    const bool mayPush = m_wantsPush && now >= m_pushing.notBefore;
    const bool mayPull = m_wantsPull && now >= m_pulling.notBefore;
    if (mayPush && (m_turn == Way::Push || !mayPull))
        m_phase = Phase::Offer;
    else if (mayPull)
        m_phase = Phase::Where;
    else if (!m_wantsPush && !m_wantsPull)
        m_status.state = CourierState::InStep;
}

Instant Courier::dueAt() const
{
    if (m_phase == Phase::Connect)
        return m_connectAt;
    if (m_phase != Phase::Idle)
        return {};
    Instant due = m_pollAt;
    for (const std::optional<Instant> &at : {m_releaseAt, m_greetAt}) {
        if (at)
            due = std::min(due, *at);
    }
    if (m_wantsPush)
        due = std::min(due, m_pushing.notBefore);
    if (m_wantsPull)
        due = std::min(due, m_pulling.notBefore);
    return due;
}

// A clock that was set back must not make an evening of fifteen seconds.
void Courier::followClock(Instant now)
{
    if (now < m_now) {
        const Duration back = m_now - now;
        for (Instant *each : {&m_connectAt, &m_pollAt, &m_pushing.notBefore, &m_pulling.notBefore})
            *each -= back;
        for (std::optional<Instant> *each : {&m_releaseAt, &m_greetAt}) {
            if (*each)
                **each -= back;
        }
        m_measured = nullptr;
    }
}

void Courier::measure(Instant now)
{
    if (m_measured) {
        const Duration took = now - m_now;
        if (took > m_policy.slow)
            m_measured->shrink();
        else if (took < m_policy.slow / 4)
            m_measured->grow();
    }
    m_measured = nullptr;
    m_now = now;
}

void Courier::failed(Trouble &trouble, const Error &error, Instant now)
{
    const bool passes = error.code == ErrorCode::Storage;
    const Duration pause = passes ? trouble.patience.afterFailure(m_policy, lot()) : Patience::jittered(m_policy.personRetry, lot());
    trouble.error = error;
    trouble.notBefore = now + pause;
    tellTrouble();
}

void Courier::failedWay(Way way, const Error &error, Instant now)
{
    failed(trouble(way), error, now);
    (way == Way::Push ? m_wantsPush : m_wantsPull) = true;
    m_turn = way == Way::Push ? Way::Pull : Way::Push;
    reconnect(now + Patience::jittered(m_policy.firstRetry, lot()));
}

void Courier::worked(Trouble &trouble)
{
    trouble = {};
    tellTrouble();
}

void Courier::tellTrouble()
{
    m_status.error.reset();
    for (const Trouble *each : {&m_connecting, &m_pulling, &m_pushing}) {
        if (each->error && !m_status.error)
            m_status.error = each->error;
    }
    m_status.needsPerson = m_status.error && m_status.error->code != ErrorCode::Storage;
}

void Courier::reconnect(Instant at)
{
    m_connectAt = at;
    m_phase = Phase::Disconnect;
}

void Courier::standsElsewhere(Instant now)
{
    m_wantsPush = m_wantsPull = true;
    reconnect(now + Patience::jittered(m_policy.firstRetry, lot()));
}

double Courier::lot() // SplitMix64: one number of state, the same on every machine
{
    quint64 z = m_lots += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((z ^ (z >> 31)) >> 11) / static_cast<double>(1ULL << 53);
}

} // namespace qd::hub
