#include "models/journal/store.h"

#include "models/core/kinds.h"
#include "models/journal/redaction.h"

namespace qd::journal {
namespace {

Result<ConsoleId> readConsole(Connection &connection)
{
    Statement row(connection, "010_get_meta");
    if (const Result<void> done = row.run(QStringLiteral("console")); !done)
        return tl::unexpected(done.error());
    const ConsoleId console = row.next() ? ConsoleId::fromString(row.text(0)) : ConsoleId();
    if (console.isNull())
        return tl::unexpected(damagedError(connection.path(), QStringLiteral("the file does not say whose it is")));
    return console;
}

bool isDeclaration(const Event &event)
{
    return event.kind == QLatin1String(kinds::declared);
}

} // namespace

Store::Store(std::unique_ptr<Connection> connection, const StoreSettings &settings)
    : m_connection(std::move(connection)),
      m_settings(settings),
      m_log(*m_connection, settings.console),
      m_projector(*m_connection)
{
}

Result<std::unique_ptr<Store>> Store::open(const StoreSettings &given)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(given.path, given.mode);
    if (!connection)
        return tl::unexpected(connection.error());
    if (!given.readOnlyReason.isEmpty()) {
        if (const Result<void> done = (*connection)->run(QStringLiteral("PRAGMA query_only = ON")); !done)
            return tl::unexpected(done.error());
    }
    StoreSettings settings = given;
    if (settings.console.isNull()) {
        const Result<ConsoleId> console = readConsole(**connection);
        if (!console)
            return tl::unexpected(console.error());
        settings.console = *console;
    }
    return std::unique_ptr<Store>(new Store(std::move(*connection), settings));
}

Result<Store::Events> Store::append(Events events)
{
    if (const Result<bool> done = appendNext(events); !done || *done)
        return done ? Result<Events>(std::move(events)) : tl::unexpected(done.error());
    const Result<void> done = write([this, &events](qint64 &added) { return insert(events, added); });
    return done ? Result<Events>(std::move(events)) : tl::unexpected(done.error());
}

// A plain entry, as a scribe writes them: one row, and nothing else in the way.
Result<bool> Store::appendNext(Events &events)
{
    if (events.size() != 1 || !Projector::mayWait(events) || !m_settings.readOnlyReason.isEmpty())
        return false;
    ++*m_settings.written; // before anybody can see it
    const Result<bool> done = m_log.insertNext(events.front());
    if (!done || !*done) {
        --*m_settings.written;
        return done;
    }
    ++m_waiting;
    catchUpIfFarBehind();
    return true;
}

std::vector<Result<Store::Events>> Store::appendEach(std::vector<Events> batches)
{
    std::vector<Result<Events>> answers;
    if (batches.size() > 1) {
        std::vector<Events> stored = batches;
        const Result<void> done = write([this, &stored](qint64 &added) {
            Result<void> inserted;
            for (auto batch = stored.begin(); batch != stored.end() && inserted; ++batch)
                inserted = insert(*batch, added);
            return inserted;
        });
        if (done)
            return {std::make_move_iterator(stored.begin()), std::make_move_iterator(stored.end())};
    }
    for (Events &batch : batches) // where one of them is at fault, it alone shall fail
        answers.push_back(append(std::move(batch)));
    return answers;
}

Result<void> Store::write(const std::function<Result<void>(qint64 &)> &work)
{
    if (!m_settings.readOnlyReason.isEmpty())
        return failure(ErrorCode::Storage, m_settings.readOnlyReason);
    qint64 counted = 0;
    const Result<void> done = m_connection->write([&]() -> Result<void> {
        qint64 added = 0;
        m_mustProject = false;
        Result<void> worked = work(added);
        if (worked && m_mustProject)
            worked = m_projector.project();
        if (worked)
            *m_settings.written += counted = added; // before anybody can see them
        return worked;
    });
    if (!done) {
        *m_settings.written -= counted;
        m_log.forgetEnds();
    }
    scrubIfPending();
    catchUpIfFarBehind();
    return done;
}

Result<void> Store::insert(Events &events, qint64 &added)
{
    if (const Result<void> free = checkReferences(events); !free)
        return free;
    m_waiting += static_cast<qint64>(events.size());
    m_mustProject = m_mustProject || !Projector::mayWait(events);
    Result<Events> inserted = m_log.insert(std::move(events), added);
    if (!inserted)
        return tl::unexpected(inserted.error());
    events = std::move(*inserted);
    const Result<bool> redacted = redact(*m_connection, m_settings.console, events);
    if (!redacted)
        return tl::unexpected(redacted.error());
    m_scrub = m_scrub || *redacted;
    return {};
}

// What is declared here has a reference of its own. What other consoles declared is taken as it is, and told apart by resolve().
Result<void> Store::checkReferences(const Events &events)
{
    for (const Event &event : events) {
        if (!isDeclaration(event) || !event.hash.isEmpty())
            continue;
        const QString ref = event.body.value(QLatin1String("ref")).toString();
        Statement rows(*m_connection, "221_ref_taken");
        if (const Result<void> done = rows.run(ref); !done)
            return done;
        if (rows.next() && rows.id<IncidentId>(0) != event.incident)
            return failure(ErrorCode::Storage, QStringLiteral("the reference %1 is taken by another incident; declare it again").arg(ref));
    }
    return {};
}

void Store::catchUpIfFarBehind()
{
    if (m_waiting >= Projector::lagLimit)
        catchUp();
}

void Store::catchUp()
{
    m_waiting = 0;
    const Result<qint64> lag = m_projector.lag();
    if (!lag || *lag == 0 || !m_settings.readOnlyReason.isEmpty())
        return;
    static_cast<void>(m_connection->write([this] { return m_projector.project(); }, Connection::Durable::No));
}

void Store::scrubIfPending()
{
    m_scrub = m_scrub && !scrubWriteAheadLog(*m_connection);
}

Result<void> Store::rebuild()
{
    if (!m_settings.readOnlyReason.isEmpty())
        return failure(ErrorCode::Storage, m_settings.readOnlyReason);
    m_refs.clear();
    return m_connection->write([this] { return m_projector.projectAnew(); });
}

} // namespace qd::journal
