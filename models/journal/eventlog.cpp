#include "models/journal/eventlog.h"

#include <QJsonDocument>

#include <algorithm>

namespace qd::journal {
namespace {

Result<void> checkBroughtChain(const CarriedEvent &carried)
{
    const Event &event = carried.event;
    const bool bodyFits = carried.body.isEmpty() || event.bodyHash == hashBody(carried.body); // empty: it may have been redacted over there
    if (event.consoleSeq > 0 && bodyFits && event.hash == hashEvent(event))
        return {};
    return failure(
        ErrorCode::Storage,
        QStringLiteral(
            "event %1 comes from another console and is not what was recorded there; fetch it again, or run 'verify' where it comes from")
            .arg(event.id.toString()));
}

// Empty where it is not what was hashed: it may have been redacted over there.
QByteArray bodyToCarry(const Event &event)
{
    const QByteArray body = canonicalBody(event.body);
    return event.body.isEmpty() && event.bodyHash != hashBody(body) ? QByteArray() : body;
}

void makeStorable(Event &event)
{
    for (QString *text : {&event.author, &event.kind}) {
        if (!text->isValidUtf16()) // would be read back as something else, which the hash would show
            *text = QString::fromUtf8(text->toUtf8());
    }
}

// A few words are repeated in every row: kinds and authors. One copy of each serves all events of a query.
QString shared(QString text)
{
    thread_local QHash<QString, QString> known;
    if (known.size() > 1000)
        known.clear();
    const auto found = known.constFind(text);
    if (found != known.cend())
        return *found;
    known.insert(text, text);
    return text;
}

} // namespace

bool EventLog::isOwn(const Event &event)
{
    if (!event.hash.isEmpty())
        return false;
    if (m_chain.isNull() || m_incident != event.incident) {
        m_incident = event.incident;
        m_chain = chainOf(m_installation, event.incident);
    }
    return event.console.isNull() || event.console == m_chain || event.console == m_installation;
}

void EventLog::chain(Event &event, const QByteArray &body, ChainEnd &end) const
{
    event.console = m_chain;
    event.consoleSeq = end.seq + 1;
    event.bodyHash = hashBody(body);
    event.prev = end.hash;
    event.hash = hashEvent(event);
    end = {event.consoleSeq, event.hash};
}

Result<std::vector<Event>> EventLog::insert(std::vector<Event> events, qint64 &added)
{
    if (const Result<void> fresh = forgetStaleEnds(); !fresh)
        return tl::unexpected(fresh.error());
    for (Event &event : events) {
        if (event.id.isNull() || event.incident.isNull())
            return failure(ErrorCode::Storage, QStringLiteral("an event without an id or an incident cannot be stored"));
        makeStorable(event);
        if (!isOwn(event)) {
            const Result<Place> placed = insertCarried({event, bodyToCarry(event), 0});
            if (!placed)
                return tl::unexpected(placed.error());
            added += placed->isNew ? 1 : 0;
        } else if (const Result<bool> isNew = insertOwn(event); !isNew) {
            return tl::unexpected(isNew.error());
        } else {
            added += *isNew ? 1 : 0;
        }
    }
    return events;
}

Result<bool> EventLog::insertOwn(Event &event)
{
    const Result<ChainEnd *> end = endOf(m_chain);
    if (!end)
        return tl::unexpected(end.error());
    Event placed = event;
    ChainEnd next = **end;
    const QByteArray body = canonicalBody(placed.body);
    chain(placed, body, next);
    const Result<qint64> position = insertRow(placed, body);
    if (!position)
        return tl::unexpected(position.error());
    if (*position == 0) {
        Result<std::optional<Event>> standing = byId(event.id);
        if (!standing)
            return tl::unexpected(standing.error());
        event = std::move(**standing);
        return false;
    }
    **end = std::move(next);
    m_lastPosition = *position;
    event = std::move(placed);
    return true;
}

Result<EventLog::Place> EventLog::insertCarried(const CarriedEvent &carried)
{
    const Event &event = carried.event;
    if (const Result<void> fits = checkBroughtChain(carried); !fits)
        return tl::unexpected(fits.error());
    const Result<qint64> position = insertRow(event, carried.body.isEmpty() ? std::nullopt : std::optional(carried.body));
    if (!position)
        return tl::unexpected(position.error());
    if (*position == 0) {
        const Result<std::optional<qint64>> there = positionOf(event.id);
        return there ? Result<Place>(Place{there->value_or(0), false}) : tl::unexpected(there.error());
    }
    m_lastPosition = *position;
    m_ends.remove(event.console);
    return Place{*position, true};
}

Result<bool> EventLog::insertNext(Event &event)
{
    if (m_lastPosition == 0 || event.id.isNull() || event.incident.isNull() || !isOwn(event))
        return false;
    const auto end = m_ends.find(m_chain);
    if (end == m_ends.end())
        return false;
    Event placed = event;
    makeStorable(placed);
    const QByteArray body = canonicalBody(placed.body);
    ChainEnd next = *end;
    chain(placed, body, next);
    Statement row(m_connection, "105_insert_next_event");
    const Result<void> done = row.run(placed.id, placed.incident, placed.kind, body, placed.author, placed.happenedAt, placed.recordedAt,
                                      static_cast<qint64>(placed.stamp), placed.console, placed.consoleSeq, placed.bodyHash, placed.prev,
                                      placed.hash, m_lastPosition + 1);
    if (!done)
        return tl::unexpected(done.error());
    if (row.changedRows() == 0) {
        forgetEnds();
        return false;
    }
    *end = next;
    ++m_lastPosition;
    event = std::move(placed);
    return true;
}

Result<void> EventLog::forgetStaleEnds()
{
    const Result<qint64> last = lastPosition();
    if (!last)
        return tl::unexpected(last.error());
    if (*last != m_lastPosition)
        m_ends.clear();
    m_lastPosition = *last;
    return {};
}

Result<EventLog::ChainEnd *> EventLog::endOf(const ConsoleId &chain)
{
    const auto known = m_ends.find(chain);
    if (known != m_ends.end())
        return &*known;
    ChainEnd end;
    for (const char *name : {"101_chain_end", "106_chain_end_linked"}) {
        Statement row(m_connection, name);
        if (const Result<void> done = row.run(chain); !done)
            return tl::unexpected(done.error());
        if (row.next()) {
            end = {row.number(0), row.bytes(1)};
            break;
        }
    }
    return &*m_ends.insert(chain, end);
}

Result<qint64> EventLog::insertRow(const Event &event, const std::optional<QByteArray> &body)
{
    Statement row(m_connection, "100_insert_event");
    const Result<void> done =
        row.run(event.id, event.incident, event.kind, body, event.author, event.happenedAt, event.recordedAt,
                static_cast<qint64>(event.stamp), event.console, event.consoleSeq, event.bodyHash, event.prev, event.hash);
    if (!done)
        return tl::unexpected(done.error());
    return row.changedRows() > 0 ? row.insertedRow() : 0;
}

Event EventLog::read(const Statement &row)
{
    Event event = readHead(row);
    event.body = QJsonDocument::fromJson(row.bytes(bodyColumn)).object();
    return event;
}

Event EventLog::readHead(const Statement &row)
{
    Event event;
    event.id = row.id<EventId>(0);
    event.incident = row.id<IncidentId>(1);
    event.kind = shared(row.text(2));
    event.author = shared(row.text(4));
    event.happenedAt = fromMsecs(row.number(5));
    event.recordedAt = fromMsecs(row.number(6));
    event.stamp = static_cast<Stamp>(row.number(7));
    event.console = row.id<ConsoleId>(8);
    event.consoleSeq = row.number(9);
    event.bodyHash = row.bytes(10);
    event.prev = row.bytes(11);
    event.hash = row.bytes(12);
    return event;
}

Result<std::vector<Event>> readAll(Statement &rows)
{
    std::vector<Event> events;
    while (rows.next())
        events.push_back(EventLog::read(rows));
    if (const Result<void> end = rows.end(); !end)
        return tl::unexpected(end.error());
    return events;
}

Result<std::vector<Event>> EventLog::ofIncident(const IncidentId &incident) const
{
    std::vector<Event> newest; // read first: what gets its place meanwhile is read twice rather than not at all
    {
        Statement rows(m_connection, "127_newest_of_incident");
        if (const Result<void> done = rows.run(incident); !done)
            return tl::unexpected(done.error());
        Result<std::vector<Event>> read = readAll(rows);
        if (!read)
            return read;
        newest = std::move(*read);
    }
    Statement rows(m_connection, "121_events_of_incident");
    if (const Result<void> done = rows.run(incident); !done)
        return tl::unexpected(done.error());
    Result<std::vector<Event>> events = readAll(rows);
    if (!events)
        return events;
    events->insert(events->end(), std::make_move_iterator(newest.begin()), std::make_move_iterator(newest.end()));
    if (!std::is_sorted(events->begin(), events->end(), comesBefore))
        std::sort(events->begin(), events->end(), comesBefore);
    const auto same = [](const Event &a, const Event &b) { return a.id == b.id; };
    events->erase(std::unique(events->begin(), events->end(), same), events->end());
    return events;
}

Result<std::vector<CarriedEvent>> EventLog::carriedOf(const IncidentId &incident) const
{
    std::vector<CarriedEvent> events;
    for (const char *name : {"127_newest_of_incident", "121_events_of_incident"}) { // in this order, as above
        Statement rows(m_connection, name);
        if (const Result<void> done = rows.run(incident); !done)
            return tl::unexpected(done.error());
        while (rows.next())
            events.push_back({readHead(rows), bodyOf(rows), positionOf(rows)});
        if (const Result<void> end = rows.end(); !end)
            return tl::unexpected(end.error());
    }
    std::sort(events.begin(), events.end(), [](const CarriedEvent &a, const CarriedEvent &b) { return comesBefore(a.event, b.event); });
    const auto same = [](const CarriedEvent &a, const CarriedEvent &b) { return a.event.id == b.event.id; };
    events.erase(std::unique(events.begin(), events.end(), same), events.end());
    return events;
}

Result<std::vector<Event>> EventLog::courseOf(const IncidentId &incident) const
{
    Statement rows(m_connection, "128_all_but_plain_entries");
    if (const Result<void> done = rows.run(incident); !done)
        return tl::unexpected(done.error());
    return readAll(rows);
}

Result<std::vector<Event>> EventLog::after(qint64 position, int limit) const
{
    Statement rows(m_connection, "122_events_after");
    if (const Result<void> done = rows.run(position, limit); !done)
        return tl::unexpected(done.error());
    return readAll(rows);
}

Result<Arrivals> EventLog::arrivalsAfter(qint64 position, int limit) const
{
    Statement rows(m_connection, "122_events_after");
    if (const Result<void> done = rows.run(position, limit); !done)
        return tl::unexpected(done.error());
    Arrivals arrivals{{}, position};
    while (rows.next()) {
        arrivals.events.push_back(read(rows));
        arrivals.position = positionOf(rows);
    }
    const Result<void> end = rows.end();
    return end ? Result<Arrivals>(std::move(arrivals)) : tl::unexpected(end.error());
}

Result<std::optional<Event>> EventLog::byId(const EventId &id) const
{
    Statement row(m_connection, "120_event_by_id");
    if (const Result<void> done = row.run(id); !done)
        return tl::unexpected(done.error());
    if (row.next())
        return read(row);
    if (const Result<void> end = row.end(); !end)
        return tl::unexpected(end.error());
    return std::nullopt;
}

Result<std::optional<qint64>> EventLog::positionOf(const EventId &id) const
{
    Statement row(m_connection, "129_position_of_event");
    if (const Result<void> done = row.run(id); !done)
        return tl::unexpected(done.error());
    return row.next() ? std::optional(row.number(0)) : std::nullopt;
}

Result<qint64> EventLog::lastPosition() const
{
    Statement row(m_connection, "123_last_position");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    return row.next() ? row.number(0) : 0;
}

Result<Stamp> EventLog::lastStamp() const
{
    Statement row(m_connection, "126_last_stamp");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    return row.next() ? static_cast<Stamp>(row.number(0)) : Stamp{0};
}

} // namespace qd::journal
