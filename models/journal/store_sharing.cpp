// What goes between a Store and the hub.
#include "models/journal/redaction.h"
#include "models/journal/sharedranges.h"
#include "models/journal/sharingstate.h"
#include "models/journal/store.h"

#include "models/core/kinds.h"

#include <QJsonDocument>

namespace qd::journal {
namespace {

bool is(const Event &event, const char *kind)
{
    return event.kind == QLatin1String(kind);
}

using ChainEnd = Store::ChainEnd;
using ChainEnds = Store::ChainEnds;

QJsonObject parsed(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

Result<HubPlace> readPlace(Connection &connection)
{
    const Result<Sharing> sharing = readSharing(connection);
    return sharing ? Result<HubPlace>(HubPlace{sharing->hub, sharing->epoch, sharing->cursor}) : tl::unexpected(sharing.error());
}

Result<std::vector<qint64>> positionsAfter(Connection &connection, const ConsoleId &chain, qint64 seq)
{
    Statement rows(connection, "523_chain_after");
    if (const Result<void> done = rows.run(chain, seq); !done)
        return tl::unexpected(done.error());
    std::vector<qint64> positions;
    while (rows.next())
        positions.push_back(rows.number(0));
    const Result<void> end = rows.end();
    return end ? Result<std::vector<qint64>>(std::move(positions)) : tl::unexpected(end.error());
}

Result<Event> eventAt(Connection &connection, qint64 position)
{
    Statement row(connection, "143_event_at");
    if (const Result<void> done = row.run(position); !done)
        return tl::unexpected(done.error());
    if (!row.next())
        return tl::unexpected(damagedError(connection.path(), QStringLiteral("event number %1 is missing").arg(position)));
    return EventLog::read(row);
}

// The end of the chain that an event arrives in: the event before it where that is here, and the highest number that is taken.
Result<void> lookAtChain(Connection &connection, const Event &event, ChainEnds &ends)
{
    const auto known = ends.constFind(event.console);
    if (known != ends.cend() && known->seq == event.consoleSeq - 1)
        return {};
    ChainEnd end{event.consoleSeq - 1, event.prev, 0};
    {
        Statement before(connection, "142_link_before");
        if (const Result<void> done = before.run(event.console, end.seq, event.console, end.seq); !done)
            return done;
        if (before.next())
            end.hash = before.bytes(0);
        else if (const Result<void> read = before.end(); !read)
            return read;
    }
    Statement highest(connection, "108_highest_link");
    if (const Result<void> done = highest.run(event.console); !done)
        return done;
    if (highest.next())
        end.highest = highest.number(0);
    else if (const Result<void> read = highest.end(); !read)
        return read;
    ends.insert(event.console, std::move(end));
    return {};
}

Error rewritten(const Event &event)
{
    return {
        ErrorCode::Refused,
        QStringLiteral("the hub sends an event (%1) that does not follow what it sent before it: its log was rewritten there. What is here "
                       "was left as it is; have the administrator of the hub look into it")
            .arg(event.id.toString()),
        {}};
}

// As it was, but for its place in a chain: that of `placed`.
Result<void> moveTo(Connection &connection, const Event &from, const Event &placed, qint64 position)
{
    if (const Result<void> done = Statement(connection, "526_drop_link").run(from.console, from.consoleSeq); !done)
        return done;
    const Result<void> moved =
        Statement(connection, "525_rechain_event").run(placed.console, placed.consoleSeq, placed.prev, placed.hash, position);
    return moved ? Statement(connection, "215_put_link").run(placed.console, placed.consoleSeq, position) : moved;
}

// Under a chain that is new.
Result<void> moveApart(Connection &connection, const std::vector<qint64> &positions)
{
    const ConsoleId chain(QUuid::createUuid());
    QByteArray prev;
    for (size_t i = 0; i < positions.size(); ++i) {
        const Result<Event> from = eventAt(connection, positions[i]);
        if (!from)
            return tl::unexpected(from.error());
        Event placed = *from;
        placed.console = chain;
        placed.consoleSeq = static_cast<qint64>(i + 1);
        placed.prev = prev;
        placed.hash = prev = hashEvent(placed);
        if (const Result<void> done = moveTo(connection, *from, placed, positions[i]); !done)
            return done;
    }
    return {};
}

} // namespace

Result<bool> Store::keep(const std::vector<CarriedEvent> &pulled, const HubPlace &at, const QByteArray &cursor)
{
    bool isStill = false;
    const auto work = [&]() -> Result<void> {
        const Result<HubPlace> place = readPlace(*m_connection);
        if (!place)
            return tl::unexpected(place.error());
        isStill = *place == at;
        return isStill ? keepAll(pulled, cursor) : Result<void>();
    };
    const Result<void> done = m_connection->write(work, Connection::Durable::No);
    if (!done)
        m_log.forgetEnds();
    scrubIfPending();
    return done ? Result<bool>(isStill) : tl::unexpected(done.error());
}

Result<void> Store::keepAll(const std::vector<CarriedEvent> &pulled, const QByteArray &cursor)
{
    if (const Result<void> done = m_projector.project(); !done) // every chain is known as far as it goes
        return done;
    std::vector<qint64> positions;
    std::vector<Event> events;
    ChainEnds ends;
    for (const CarriedEvent &carried : pulled) {
        const Result<qint64> position = keepOne(carried, ends);
        if (!position)
            return tl::unexpected(position.error());
        positions.push_back(*position);
        events.push_back(carried.event);
        if (is(carried.event, kinds::entryAmended) || is(carried.event, kinds::entryRedacted))
            events.back().body = parsed(carried.body);
    }
    const Result<bool> redacted = redact(*m_connection, m_settings.console, events);
    if (!redacted)
        return tl::unexpected(redacted.error());
    m_scrub = m_scrub || *redacted;
    if (const Result<void> done = markShared(*m_connection, std::move(positions)); !done)
        return done;
    if (const Result<void> done = Statement(*m_connection, "502_put_cursor").run(cursor); !done)
        return done;
    return m_projector.project();
}

Result<qint64> Store::keepOne(const CarriedEvent &carried, ChainEnds &ends)
{
    if (carried.event.id.isNull() || carried.event.incident.isNull())
        return failure(ErrorCode::Refused,
                       QStringLiteral("the hub holds an event without an id or an incident; have its administrator look at it"));
    const Result<EventLog::Place> placed = m_log.insertCarried(carried);
    if (!placed)
        return tl::unexpected(placed.error());
    if (!placed->isNew) {
        const Result<void> stands = moveBack(carried.event, placed->position);
        if (const auto end = ends.find(carried.event.console); end != ends.end() && end->seq < carried.event.consoleSeq)
            *end = {carried.event.consoleSeq, carried.event.hash, end->highest};
        return stands ? Result<qint64>(placed->position) : tl::unexpected(stands.error());
    }
    if (const Result<void> known = lookAtChain(*m_connection, carried.event, ends); !known)
        return tl::unexpected(known.error());
    ChainEnd &end = ends[carried.event.console];
    if (carried.event.consoleSeq <= end.highest) {
        if (const Result<void> free = makeRoom(carried.event); !free)
            return tl::unexpected(free.error());
    }
    if (end.hash != carried.event.prev)
        return tl::unexpected(rewritten(carried.event));
    end.seq = carried.event.consoleSeq;
    end.hash = carried.event.hash;
    if (is(carried.event, kinds::attachmentAdded)) {
        if (const Result<void> done = putParcel(carried.event, carried.body, false); !done)
            return tl::unexpected(done.error());
    }
    return placed->position;
}

// Under the number that arrives, something else stands here: another copy of this file has written on, or the hub lost what it had and somebody
// wrote there again. What the hub has stands; what is here goes under a chain of its own, and is offered again.
Result<void> Store::makeRoom(const Event &arrived)
{
    const Result<std::vector<qint64>> positions = positionsAfter(*m_connection, arrived.console, arrived.consoleSeq - 1);
    if (!positions)
        return tl::unexpected(positions.error());
    if (positions->empty())
        return {};
    if (const Result<void> done = moveApart(*m_connection, *positions); !done)
        return done;
    for (const qint64 position : *positions) {
        if (const Result<void> done = markUnshared(*m_connection, position); !done)
            return done;
    }
    if (const Result<void> done = Statement(*m_connection, "506_release_chains").run(); !done)
        return done;
    return Statement(*m_connection, "011_put_meta").run(QStringLiteral("console"), ConsoleId(QUuid::createUuid()).toString());
}

// The hub has an event of this log under another chain than the log does: it was moved here after the hub had taken it.
Result<void> Store::moveBack(const Event &arrived, qint64 position)
{
    const Result<Event> here = eventAt(*m_connection, position);
    if (!here || here->hash == arrived.hash)
        return here ? Result<void>() : tl::unexpected(here.error());
    for (const Event &place : {*here, arrived}) { // it alone stands first in a chain then, with what was chained to it here
        if (const Result<void> done = makeRoom(place); !done)
            return done;
    }
    const Result<Event> moved = eventAt(*m_connection, position);
    if (!moved)
        return tl::unexpected(moved.error());
    const Result<std::vector<qint64>> after = positionsAfter(*m_connection, moved->console, moved->consoleSeq);
    if (!after)
        return tl::unexpected(after.error());
    const Result<void> back = moveTo(*m_connection, *moved, arrived, position);
    return back ? moveApart(*m_connection, *after) : back;
}

Result<void> Store::putParcel(const Event &added, const QByteArray &body, bool outward)
{
    const QJsonObject fields = parsed(body);
    const QByteArray sha256 = QByteArray::fromHex(fields.value(QLatin1String("sha256")).toString().toLatin1());
    if (sha256.size() != 32)
        return {}; // names no content
    if (!outward) {
        Statement here(*m_connection, "537_attachment_is_here");
        if (const Result<void> done = here.run(sha256); !done)
            return done;
        if (here.next())
            return {};
    }
    return Statement(*m_connection, "530_put_parcel")
        .run(added.incident, sha256, outward, fields.value(QLatin1String("name")).toString(),
             fields.value(QLatin1String("mime")).toString(), fields.value(QLatin1String("size")).toInteger());
}

Result<bool> Store::acknowledge(const std::vector<qint64> &positions, const HubPlace &at)
{
    bool isStill = false;
    const Result<void> done = m_connection->write(
        [&]() -> Result<void> {
            const Result<HubPlace> place = readPlace(*m_connection);
            if (!place)
                return tl::unexpected(place.error());
            isStill = place->hub == at.hub && place->epoch == at.epoch;
            if (!isStill)
                return {};
            for (const qint64 position : positions) {
                Statement row(*m_connection, "143_event_at");
                if (const Result<void> read = row.run(position); !read)
                    return read;
                if (!row.next()) {
                    if (const Result<void> read = row.end(); !read)
                        return read;
                    continue;
                }
                if (row.text(2) != QLatin1String(kinds::attachmentAdded))
                    continue;
                if (const Result<void> put = putParcel(EventLog::read(row), EventLog::bodyOf(row), true); !put)
                    return put;
            }
            return markShared(*m_connection, positions);
        },
        Connection::Durable::No); // what of this is lost with the power is offered again, and known there
    return done ? Result<bool>(isStill) : tl::unexpected(done.error());
}

Result<void> Store::unacknowledge(const QHash<ConsoleId, qint64> &hubHas)
{
    return m_connection->write([&]() -> Result<void> {
        if (const Result<void> done = m_projector.project(); !done)
            return done;
        for (auto at = hubHas.cbegin(); at != hubHas.cend(); ++at) {
            const Result<std::vector<qint64>> positions = positionsAfter(*m_connection, at.key(), *at);
            if (!positions)
                return tl::unexpected(positions.error());
            for (const qint64 position : *positions) {
                if (const Result<void> done = markUnshared(*m_connection, position); !done)
                    return done;
            }
        }
        return {};
    });
}

} // namespace qd::journal
