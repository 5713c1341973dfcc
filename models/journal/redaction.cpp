#include "models/journal/redaction.h"

#include <QJsonArray>
#include <QSet>

#include "models/core/kinds.h"

namespace qd::journal {
namespace {

bool is(const Event &event, const char *kind)
{
    return event.kind == QLatin1String(kind);
}

EventId entryNamedBy(const Event &event)
{
    return EventId::fromString(event.body.value(QLatin1String("entry")).toString());
}

Result<std::vector<Event>> query(Connection &connection, const char *name, const IncidentId &incident)
{
    Statement rows(connection, name);
    if (const Result<void> done = rows.run(incident); !done)
        return tl::unexpected(done.error());
    return readAll(rows);
}

Result<bool> attachmentStillNamed(Connection &connection, const QString &sha256, const EventId &entry)
{
    Statement row(connection, "403_attachment_still_named");
    if (const Result<void> done = row.run(sha256, entry, entry.toString()); !done)
        return tl::unexpected(done.error());
    return row.next();
}

Result<QStringList> attachmentsOf(Connection &connection, const Event &entry)
{
    QStringList all;
    for (const QJsonValue &sha256 : entry.body.value(QLatin1String("attachments")).toArray())
        all << sha256.toString();
    Statement rows(connection, "404_attached_to_entry");
    if (const Result<void> done = rows.run(entry.incident, entry.id.toString()); !done)
        return tl::unexpected(done.error());
    while (rows.next())
        all << rows.text(0);
    if (const Result<void> end = rows.end(); !end)
        return tl::unexpected(end.error());
    all.removeDuplicates();
    return all;
}

Result<void> dropAttachments(Connection &connection, const Event &entry)
{
    const Result<QStringList> all = attachmentsOf(connection, entry);
    if (!all)
        return tl::unexpected(all.error());
    for (const QString &sha256 : *all) {
        const Result<bool> named = attachmentStillNamed(connection, sha256, entry.id);
        if (!named)
            return tl::unexpected(named.error());
        if (*named)
            continue;
        if (const Result<void> done = Statement(connection, "402_drop_attachment").run(QByteArray::fromHex(sha256.toLatin1())); !done)
            return done;
    }
    return {};
}

Result<void> redactEntry(Connection &connection, const IncidentId &incident, const EventId &entry, const EventId &redaction)
{
    Result<std::vector<Event>> bodies = query(connection, "125_corrections_of_incident", incident);
    if (!bodies)
        return tl::unexpected(bodies.error());
    std::erase_if(*bodies, [&entry](const Event &event) { return !is(event, kinds::entryAmended) || entryNamedBy(event) != entry; });
    const Result<std::optional<Event>> logged = EventLog(connection, {}).byId(entry);
    if (!logged)
        return tl::unexpected(logged.error());
    if (*logged && is(**logged, kinds::entryLogged) && (*logged)->incident == incident) {
        if (const Result<void> done = dropAttachments(connection, **logged); !done)
            return done;
        bodies->push_back(**logged);
    }
    for (const Event &event : *bodies) {
        if (const Result<void> done = Statement(connection, "102_redact_event").run(redaction, event.id); !done)
            return done;
    }
    return {};
}

using EntriesByIncident = QHash<IncidentId, QSet<EventId>>;

// What comes in after its redaction did, from a console that had not seen it.
Result<bool> redactLateArrivals(Connection &connection, const EntriesByIncident &arrived)
{
    bool gone = false;
    for (auto at = arrived.cbegin(); at != arrived.cend(); ++at) {
        const Result<std::vector<Event>> redactions = query(connection, "104_redactions", at.key());
        if (!redactions)
            return tl::unexpected(redactions.error());
        for (const Event &redaction : *redactions) {
            if (const Result<void> done = Statement(connection, "109_mark_gone").run(redaction.id, at.key()); !done)
                return tl::unexpected(done.error());
            if (!at->contains(entryNamedBy(redaction)))
                continue;
            if (const Result<void> done = redactEntry(connection, at.key(), entryNamedBy(redaction), redaction.id); !done)
                return tl::unexpected(done.error());
            gone = true;
        }
    }
    return gone;
}

} // namespace

Result<bool> redact(Connection &connection, ConsoleId installation, const std::vector<Event> &events)
{
    bool gone = false;
    EntriesByIncident arrived;
    for (const Event &event : events) {
        const bool isForeign = event.console != installation && event.console != chainOf(installation, event.incident);
        if (is(event, kinds::entryRedacted)) {
            if (const Result<void> done = redactEntry(connection, event.incident, entryNamedBy(event), event.id); !done)
                return tl::unexpected(done.error());
            arrived[event.incident]; // corrections may have come without a body
            gone = true;
        } else if (is(event, kinds::entryAmended)) {
            arrived[event.incident].insert(entryNamedBy(event));
        } else if (is(event, kinds::entryLogged) && isForeign) {
            arrived[event.incident].insert(event.id);
        }
    }
    const Result<bool> late = redactLateArrivals(connection, arrived);
    return late ? Result<bool>(gone || *late) : late;
}

bool scrubWriteAheadLog(Connection &connection)
{
    const Result<QVariant> busy = connection.value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return busy && busy->toInt() == 0;
}

} // namespace qd::journal
