// What was recorded elsewhere and is carried here by hand.
#include "models/journal/store.h"

#include "models/core/kinds.h"
#include "models/journal/redaction.h"

#include <QJsonDocument>

namespace qd::journal {
namespace {

// A chain goes one way: two copies of a file that both went on cannot be one record again.
Result<void> checkPlaceIsFree(Connection &connection, const Event &event)
{
    Statement row(connection, "142_link_before");
    if (const Result<void> done = row.run(event.console, event.consoleSeq, event.console, event.consoleSeq); !done)
        return done;
    if (!row.next())
        return row.end();
    if (row.bytes(0) == event.hash)
        return {};
    return refused(QStringLiteral("event %1 cannot be brought in: here another one stands as number %2 of its console's chain")
                       .arg(event.id.toString())
                       .arg(event.consoleSeq));
}

} // namespace

Result<qint64> Store::bringIn(const std::vector<CarriedEvent> &brought, Events own)
{
    qint64 fresh = 0;
    const Result<void> done = write([&](qint64 &added) -> Result<void> {
        fresh = 0;
        m_mustProject = true;
        Events events;
        for (const CarriedEvent &carried : brought) {
            const Event &event = carried.event;
            const Result<std::optional<qint64>> there = m_log.positionOf(event.id);
            if (!there)
                return tl::unexpected(there.error());
            if (*there)
                continue;
            if (const Result<void> free = checkPlaceIsFree(*m_connection, event); !free)
                return free;
            if (const Result<EventLog::Place> placed = m_log.insertCarried(carried); !placed)
                return tl::unexpected(placed.error());
            ++fresh;
            events.push_back(event);
            events.back().body = QJsonDocument::fromJson(carried.body).object();
        }
        added += fresh;
        const Result<bool> redacted = redact(*m_connection, m_settings.console, events);
        if (!redacted)
            return tl::unexpected(redacted.error());
        m_scrub = m_scrub || *redacted;
        return own.empty() ? Result<void>() : insert(own, added);
    });
    return done ? Result<qint64>(fresh) : tl::unexpected(done.error());
}

} // namespace qd::journal
