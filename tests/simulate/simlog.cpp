#include "tests/simulate/simlog.h"

#include "models/core/kinds.h"

#include <QJsonDocument>

namespace qd::simulate {
namespace {

EventId named(const CarriedEvent &carried)
{
    return EventId::fromString(QJsonDocument::fromJson(carried.body).object().value(QLatin1String("entry")).toString());
}

bool is(const CarriedEvent &carried, const char *kind)
{
    return carried.event.kind == QLatin1String(kind);
}

bool sameEpoch(const hub::Membership &a, const hub::Membership &b)
{
    return a.hub == b.hub && a.epoch == b.epoch;
}

} // namespace

SimLog::SimLog(const ConsoleId &installation, const QString &author, quint64 seed)
    : m_installation(installation),
      m_author(author),
      m_lots(seed)
{
}

Event SimLog::append(const EventDraft &draft, Instant now, const QString &author)
{
    CarriedEvent carried;
    Event &event = carried.event;
    event.id = EventId(m_lots.uuid(toMsecs(now)));
    event.incident = draft.incident;
    event.kind = draft.kind;
    event.author = author.isEmpty() ? m_author : author;
    event.happenedAt = draft.happenedAt;
    event.recordedAt = now;
    event.stamp = m_clock.tick(now);
    event.console = chainOf(m_installation, draft.incident);
    const auto &chain = m_chains[event.console];
    event.consoleSeq = chain.empty() ? 1 : chain.rbegin()->first + 1;
    event.prev = chain.empty() ? QByteArray() : m_events[chain.rbegin()->second].event.hash;
    carried.body = canonicalBody(draft.body);
    event.bodyHash = hashBody(carried.body);
    event.hash = hashEvent(event);
    insert(carried);
    m_written.push_back(event.id);
    return event;
}

Result<void> SimLog::setEpoch(const QString &hub, const QString &epoch)
{
    m_at.hub = hub;
    m_at.epoch = epoch;
    return {};
}

Result<std::vector<CarriedEvent>> SimLog::waiting(const hub::Batch &batch)
{
    std::vector<CarriedEvent> waiting;
    qint64 bytes = 0;
    for (const CarriedEvent &each : m_events) {
        if (isShared(each) || m_held.contains(each.event.console))
            continue;
        if (waiting.size() == static_cast<size_t>(batch.events) || (bytes >= batch.bytes && !waiting.empty()))
            break;
        waiting.push_back(each);
        bytes += each.body.size();
    }
    return waiting;
}

Result<hub::Backlog> SimLog::backlog()
{
    hub::Backlog backlog;
    for (const CarriedEvent &each : m_events) {
        backlog.waiting += isShared(each) ? 0 : 1;
        backlog.held += !isShared(each) && m_held.contains(each.event.console) ? 1 : 0;
    }
    return backlog;
}

Result<void> SimLog::hold(const ConsoleId &chain, const QString &reason)
{
    m_held[chain] = reason;
    return {};
}

Result<void> SimLog::release()
{
    m_held.clear();
    return {};
}

Result<std::vector<ConsoleId>> SimLog::chains()
{
    std::vector<ConsoleId> chains;
    for (const auto &[chain, links] : m_chains)
        chains.push_back(chain);
    return chains;
}

Result<void> SimLog::unacknowledge(const QHash<ConsoleId, qint64> &hubHas)
{
    for (const auto &[chain, links] : m_chains) {
        if (!hubHas.contains(chain))
            continue;
        for (auto link = links.upper_bound(hubHas.value(chain)); link != links.end(); ++link)
            m_shared[link->second] = false;
    }
    return {};
}

Result<bool> SimLog::acknowledge(const std::vector<qint64> &positions, const hub::Membership &at)
{
    if (!sameEpoch(m_at, at))
        return false;
    for (const qint64 position : positions)
        m_shared[static_cast<size_t>(position - 1)] = true;
    return true;
}

Result<bool> SimLog::keep(const std::vector<CarriedEvent> &pulled, const hub::Membership &at, const QByteArray &cursor)
{
    if (!(m_at == at))
        return false;
    for (const CarriedEvent &carried : pulled) { // all of it or nothing
        const Event &event = carried.event;
        if (hashEvent(event) != event.hash || (!carried.body.isEmpty() && hashBody(carried.body) != event.bodyHash))
            return refused(QStringLiteral("event %1 does not fit its hash").arg(event.id.toString()));
    }
    for (const CarriedEvent &carried : pulled)
        keepOne(carried);
    m_at.cursor = cursor;
    return true;
}

void SimLog::keepOne(const CarriedEvent &carried)
{
    const Event &event = carried.event;
    m_clock.observe(event.stamp);
    if (const auto place = m_places.find(event.id); place != m_places.end()) {
        if (m_events[place->second].event.hash != event.hash)
            moveTo(place->second, carried);
        m_shared[place->second] = true;
        return;
    }
    makeRoom(event.console, event.consoleSeq);
    insert(carried);
    m_shared.back() = true;
}

void SimLog::insert(const CarriedEvent &carried)
{
    m_places[carried.event.id] = m_events.size();
    m_chains[carried.event.console][carried.event.consoleSeq] = m_events.size();
    m_events.push_back(carried);
    m_events.back().position = static_cast<qint64>(m_events.size());
    m_shared.push_back(false);
    redact(m_events.back());
}

// The hub has it in another chain than it is in here: whoever wrote it had to move it there.
void SimLog::moveTo(size_t place, const CarriedEvent &carried)
{
    const Event left = m_events[place].event;
    makeRoom(carried.event.console, carried.event.consoleSeq);
    m_chains[left.console].erase(left.consoleSeq);
    makeRoom(left.console, left.consoleSeq + 1); // what stood on it stands on nothing now
    const QByteArray body = m_events[place].body;
    m_events[place].event = carried.event;
    m_events[place].body = body;
    m_chains[carried.event.console][carried.event.consoleSeq] = place;
}

// Another copy of this record wrote under the same number, and the hub has that: what is here goes on under another chain.
void SimLog::makeRoom(const ConsoleId &chain, qint64 seq)
{
    auto &links = m_chains[chain];
    if (!links.contains(seq))
        return;
    const ConsoleId fresh(m_lots.uuid(0));
    QByteArray prev;
    qint64 next = 0;
    for (auto link = links.lower_bound(seq); link != links.end(); link = links.erase(link)) {
        Event &event = m_events[link->second].event;
        event.console = fresh;
        event.consoleSeq = ++next;
        event.prev = prev;
        event.hash = prev = hashEvent(event);
        m_chains[fresh][next] = link->second;
        m_shared[link->second] = false;
    }
    m_held.clear();
    if (chain == chainOf(m_installation, m_events[m_chains[fresh].begin()->second].event.incident))
        m_installation = ConsoleId(m_lots.uuid(0));
}

void SimLog::redact(const CarriedEvent &arrived)
{
    if (is(arrived, kinds::entryRedacted)) {
        const EventId entry = named(arrived);
        m_redacted[entry] = true;
        for (CarriedEvent &each : m_events) {
            if ((is(each, kinds::entryLogged) && each.event.id == entry) || (is(each, kinds::entryAmended) && named(each) == entry))
                each.body.clear();
        }
        return;
    }
    const bool isGone = is(arrived, kinds::entryLogged) ? m_redacted.contains(arrived.event.id)
                                                        : is(arrived, kinds::entryAmended) && m_redacted.contains(named(arrived));
    if (isGone)
        m_events.back().body.clear();
}

} // namespace qd::simulate
