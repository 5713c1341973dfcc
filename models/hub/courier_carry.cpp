#include "models/hub/courier.h"

#include "models/core/kinds.h"

namespace qd::hub {
namespace {

constexpr size_t heldChainsTold = 100;

bool fits(const std::vector<CarriedEvent> &events, const std::vector<PushAnswer> &answers)
{
    return std::equal(events.begin(), events.end(), answers.begin(), answers.end(),
                      [](const CarriedEvent &carried, const PushAnswer &answer) { return carried.event.id == answer.event; });
}

bool fits(const Pulled &pulled, const Membership &at, const Batch &batch)
{
    const bool moves = pulled.cursor != at.cursor;
    return pulled.events.size() <= static_cast<size_t>(batch.events) && (moves || (pulled.events.empty() && !pulled.more))
        && (!pulled.cursor.isEmpty() || !moves);
}

Error misfit()
{
    return {ErrorCode::Storage,
            QStringLiteral("The shared database gave an answer that does not fit the question. Nothing was lost; it is tried again."),
            {}};
}

} // namespace

void Courier::offer(Instant now)
{
    m_wantsPush = false;
    if (!m_status.maySend) {
        m_phase = Phase::Count;
        return count(now);
    }
    Result<std::vector<CarriedEvent>> waiting = m_log.waiting(m_pushPace.batch());
    if (!waiting)
        return failedWay(Way::Push, waiting.error(), now);
    m_batch = std::move(*waiting);
    m_phase = m_batch.empty() ? Phase::Count : Phase::Push;
}

void Courier::push(Instant now)
{
    m_status.state = CourierState::Carrying;
    const Result<std::vector<PushAnswer>> answers = m_hub.push(m_batch);
    if (!answers)
        return pushFailed(answers.error(), now);
    if (!fits(m_batch, *answers))
        return pushFailed(misfit(), now);
    m_lastContact = now;
    m_measured = &m_pushPace;
    settle(*answers);
    settleNext();
}

void Courier::pushFailed(const Error &error, Instant now)
{
    const bool passes = error.code == ErrorCode::Storage;
    const bool alone = m_batch.size() == 1;
    m_pushPace.shrinkBelow(static_cast<int>(m_batch.size()), passes ? 2 : 8);
    if (passes)
        return failedWay(Way::Push, error, now);
    m_wantsPush = true;
    m_turn = Way::Pull;
    m_reconnectAfterHold = true; // which is after every error
    m_refused.clear();
    if (alone) // it is this one that the hub cannot take, whatever the reason: the others go on
        m_refused.push_back({m_batch.front().event.console, m_batch.front().event.incident, error.sentence});
    m_taken.clear();
    m_tails.clear();
    m_pushing.error = error;
    tellTrouble();
    m_pushing.notBefore = now + Patience::jittered(m_policy.firstRetry, lot());
    settleNext();
}

void Courier::settle(const std::vector<PushAnswer> &answers)
{
    m_taken.clear();
    m_tails.clear();
    m_refused.clear();
    QSet<ConsoleId> refused, stuck;
    for (size_t i = 0; i < answers.size(); ++i) {
        const Event &event = m_batch[i].event;
        const PushAnswer &answer = answers[i];
        if (answer.verdict == Verdict::Kept || answer.verdict == Verdict::Known) {
            m_taken.push_back(m_batch[i].position);
            m_missing.remove(event.console);
        } else if (refused.contains(event.console)) {
            continue; // it is not the hub's answer to this one that counts, but to the one that it builds on
        } else if (answer.verdict == Verdict::Refused) {
            refused.insert(event.console);
            m_refused.push_back({event.console, event.incident, answer.reason});
        } else if (!m_tails.contains(event.console)) {
            m_tails.insert(event.console, answer.hubHas);
            if (++m_missing[event.console] > 2)
                stuck.insert(event.console);
        }
    }
    for (const PushAnswer &answer : answers)
        m_status.sent += answer.verdict == Verdict::Kept ? 1 : 0;
    for (const HeldChain &each : m_refused)
        m_tails.remove(each.chain);
    for (const CarriedEvent &each : m_batch) {
        if (!stuck.remove(each.event.console) || !m_tails.remove(each.event.console))
            continue;
        m_missing.remove(each.event.console);
        m_refused.push_back(
            {each.event.console, each.event.incident,
             QStringLiteral("The shared database lacks earlier entries of this console, and so does this record. Run verify.")});
    }
}

void Courier::settleNext()
{
    if (!m_taken.empty())
        m_phase = Phase::Acknowledge;
    else if (!m_tails.isEmpty())
        m_phase = Phase::Missing;
    else if (!m_refused.empty())
        m_phase = Phase::Hold;
    else if (std::exchange(m_reconnectAfterHold, false))
        reconnect(m_pushing.notBefore);
    else
        m_phase = Phase::Count;
}

void Courier::acknowledge(Instant now)
{
    const Result<bool> done = m_log.acknowledge(m_taken, m_at);
    if (!done)
        return failedWay(Way::Push, done.error(), now);
    m_taken.clear();
    if (!*done)
        return standsElsewhere(now);
    settleNext();
}

void Courier::offerMissing(Instant now)
{
    if (const Result<void> done = m_log.unacknowledge(m_tails); !done)
        return failedWay(Way::Push, done.error(), now);
    m_tails.clear();
    settleNext();
}

void Courier::hold(Instant now)
{
    const HeldChain &chain = m_refused.back();
    if (const Result<void> done = m_log.hold(chain.chain, chain.reason); !done)
        return failedWay(Way::Push, done.error(), now);
    m_heldIncidents.insert(chain.incident);
    if (m_status.heldChains.size() < heldChainsTold)
        m_status.heldChains.push_back(chain);
    if (!m_releaseAt)
        m_releaseAt = now + m_policy.personRetry;
    m_refused.pop_back();
    settleNext();
}

void Courier::count(Instant now)
{
    const Result<Backlog> backlog = m_log.backlog();
    if (!backlog)
        return failedWay(Way::Push, backlog.error(), now);
    m_status.waiting = backlog->waiting;
    m_status.held = backlog->held;
    if (!m_batch.empty() && backlog->waiting > backlog->held)
        m_wantsPush = true;
    m_batch.clear();
    m_turn = Way::Pull;
    worked(m_pushing);
    m_phase = Phase::Idle;
}

void Courier::where(Instant now)
{
    m_wantsPull = false;
    const Result<Membership> at = m_log.membership();
    if (!at)
        return failedWay(Way::Pull, at.error(), now);
    if (at->hub != m_status.hub.hub || at->epoch != m_status.hub.epoch)
        return standsElsewhere(now);
    m_at = *at;
    m_phase = Phase::Pull;
}

void Courier::pull(Instant now)
{
    Result<Pulled> pulled = m_hub.pull(m_at.cursor, m_pullPace.batch());
    if (!pulled || !fits(*pulled, m_at, m_pullPace.batch())) {
        m_pullPace.shrink();
        return failedWay(Way::Pull, pulled ? misfit() : pulled.error(), now);
    }
    m_lastContact = now;
    m_measured = &m_pullPace;
    m_pulled = std::move(*pulled);
    if (m_pulled.more)
        m_status.state = CourierState::Carrying;
    if (m_pulled.cursor == m_at.cursor)
        return pulledBatch(now);
    m_phase = Phase::Keep;
}

void Courier::keep(Instant now)
{
    const Result<bool> done = m_log.keep(m_pulled.events, m_at, m_pulled.cursor);
    if (!done)
        return failedWay(Way::Pull, done.error(), now);
    if (!*done) {
        m_pulled = {};
        m_wantsPull = true; // another courier of this record pulled meanwhile: on from where it came to
        m_turn = Way::Push;
        m_phase = Phase::Idle;
        return;
    }
    m_status.received += static_cast<qint64>(m_pulled.events.size());
    for (const CarriedEvent &each : m_pulled.events) {
        if (each.event.kind == QLatin1String(kinds::declared) && m_heldIncidents.contains(each.event.incident))
            m_wantsRelease = true; // the hub knows it now, or shows it to us
    }
    pulledBatch(now);
}

void Courier::pulledBatch(Instant now)
{
    m_wantsPull = m_wantsPull || m_pulled.more;
    m_pulled = {};
    m_pollAt = now + m_policy.poll;
    m_turn = Way::Push;
    worked(m_pulling);
    m_phase = Phase::Idle;
}

} // namespace qd::hub
