#include "models/journal/eventlog.h"

#include <QJsonDocument>

#include <algorithm>
#include <tuple>

namespace qd::journal {
namespace {

Result<void> checkBroughtChain(const Event &event, const QByteArray &body)
{
    const bool bodyFits = event.bodyHash == hashBody(body) || event.body.isEmpty(); // empty: it may have been redacted over there
    if (event.consoleSeq > 0 && bodyFits && event.hash == hashEvent(event))
        return {};
    return failure(
        ErrorCode::Storage,
        QStringLiteral(
            "event %1 comes from another console and is not what was recorded there; fetch it again, or run 'verify' where it comes from")
            .arg(event.id.toString()));
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

void EventLog::chain(Event &event, const QByteArray &body, const ChainEnd &end) const
{
    event.console = m_console;
    event.consoleSeq = end.seq + 1;
    event.bodyHash = hashBody(body);
    event.prev = end.hash;
    event.hash = hashEvent(event);
}

Result<std::vector<Event>> EventLog::insert(std::vector<Event> events, qint64 &added)
{
    Result<ChainEnd> end = chainEnd();
    if (!end)
        return tl::unexpected(end.error());
    for (Event &event : events) {
        if (event.id.isNull() || event.incident.isNull())
            return failure(ErrorCode::Storage, QStringLiteral("an event without an id or an incident cannot be stored"));
        makeStorable(event);
        std::optional<QByteArray> body = canonicalBody(event.body);
        if (isOwn(event))
            chain(event, *body, *end);
        else if (const Result<void> fits = checkBroughtChain(event, *body); !fits)
            return tl::unexpected(fits.error());
        else if (event.bodyHash != hashBody(*body))
            body.reset();
        const Result<qint64> position = insertRow(event, body);
        if (!position)
            return tl::unexpected(position.error());
        if (*position > 0) {
            ++added;
            end->position = *position;
            if (event.console == m_console && event.consoleSeq > end->seq)
                std::tie(end->seq, end->hash) = std::tie(event.consoleSeq, event.hash);
            continue;
        }
        Result<std::optional<Event>> standing = byId(event.id);
        if (!standing)
            return tl::unexpected(standing.error());
        event = std::move(**standing);
    }
    m_end = *end;
    return events;
}

Result<bool> EventLog::insertNext(Event &event)
{
    if (m_end.position == 0 || !isOwn(event) || event.id.isNull() || event.incident.isNull())
        return false;
    Event placed = event;
    makeStorable(placed);
    const QByteArray body = canonicalBody(placed.body);
    chain(placed, body, m_end);
    Statement row(m_connection, "105_insert_next_event");
    const Result<void> done = row.run(placed.id, placed.incident, placed.kind, body, placed.author, placed.happenedAt, placed.recordedAt,
                                      static_cast<qint64>(placed.stamp), placed.console, placed.consoleSeq, placed.bodyHash, placed.prev,
                                      placed.hash, m_end.position + 1);
    if (!done)
        return tl::unexpected(done.error());
    if (row.changedRows() == 0) {
        forgetEnd();
        return false;
    }
    m_end = {placed.consoleSeq, placed.hash, m_end.position + 1};
    event = std::move(placed);
    return true;
}

Result<EventLog::ChainEnd> EventLog::chainEnd() const
{
    for (const char *name : {"101_chain_end", "106_chain_end_linked"}) {
        Statement row(m_connection, name);
        if (const Result<void> done = row.run(m_console); !done)
            return tl::unexpected(done.error());
        if (row.next())
            return ChainEnd{row.number(0), row.bytes(1), 0};
    }
    return ChainEnd{};
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
    Event event;
    event.id = row.id<EventId>(0);
    event.incident = row.id<IncidentId>(1);
    event.kind = shared(row.text(2));
    event.body = QJsonDocument::fromJson(row.bytes(bodyColumn)).object();
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
