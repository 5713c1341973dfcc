#include "models/journal/verify.h"

#include <QSet>

#include "models/core/chains.h"
#include "models/core/kinds.h"
#include "models/journal/eventlog.h"

namespace qd::journal {
namespace {

constexpr int redactedByColumn = EventLog::columns;
constexpr int refColumn = EventLog::columns + 1;

class Verifier
{
public:
    Verifier(Connection &connection, bool wholeLog) : m_connection(connection), m_wholeLog(wholeLog)
    {
        Statement row(connection, "010_get_meta");
        if (row.run(QStringLiteral("console")) && row.next())
            m_own = ConsoleId::fromString(row.text(0));
    }

    Result<void> look(qint64 position)
    {
        Statement row(m_connection, "144_event_to_verify");
        if (const Result<void> done = row.run(position); !done)
            return done;
        return row.next() ? look(row) : row.end();
    }
    Result<VerifyReport> report()
    {
        if (m_wholeLog) {
            if (const Result<void> done = checkEnd(); !done)
                return tl::unexpected(done.error());
        }
        return std::move(m_report);
    }

private:
    Result<void> look(const Statement &row)
    {
        const Event event = EventLog::read(row);
        ++m_report.events;
        checkBody(row, event);
        if (event.hash != hashEvent(event))
            note(row, event, QStringLiteral("its fields are not what was recorded: the hash over them does not match"));
        const Result<void> done = m_wholeLog ? checkPlace(row, event) : checkLink(row, event);
        m_console = event.console;
        m_seq = event.consoleSeq;
        m_hash = event.hash;
        return done;
    }

    // Of another installation's older chain only one incident's events may have come here.
    [[nodiscard]] bool mayLeap(const Event &event) const { return event.console != m_own && !isOfOneIncident(event.console); }

    void note(const Statement &row, const Event &event, const QString &sentence)
    {
        m_report.problems.push_back({event.id, event.incident, row.text(refColumn), EventLog::positionOf(row), sentence});
    }

    void checkBody(const Statement &row, const Event &event)
    {
        if (!EventLog::bodyIsGone(row)) {
            if (hashBody(EventLog::bodyOf(row)) != event.bodyHash)
                note(row, event, QStringLiteral("its body is not what was recorded"));
            return;
        }
        ++m_report.redacted;
        const Result<std::optional<Event>> redaction = EventLog(m_connection, {}).byId(row.id<EventId>(redactedByColumn));
        const bool isOne = redaction && *redaction && (*redaction)->kind == QLatin1String(kinds::entryRedacted)
            && (*redaction)->incident == event.incident;
        const bool namesIt = isOne
            && (event.kind != QLatin1String(kinds::entryLogged)
                || (*redaction)->body.value(QLatin1String("entry")).toString() == event.id.toString());
        if (!namesIt)
            note(row, event, QStringLiteral("its body is gone, and no redaction says so"));
    }

    Result<void> checkPlace(const Statement &row, const Event &event)
    {
        const bool sameChain = m_report.events > 1 && event.console == m_console;
        m_report.chains += sameChain ? 0 : 1;
        const qint64 before = sameChain ? m_seq : 0;
        if (event.consoleSeq > before + 1 && mayLeap(event)) {
            m_report.leaps += 1;
        } else if (event.consoleSeq != before + 1) {
            note(row, event,
                 QStringLiteral("%1 event(s) before it are missing: number %2 of its console follows number %3")
                     .arg(event.consoleSeq - before - 1)
                     .arg(event.consoleSeq)
                     .arg(before));
        } else if (event.prev != (sameChain ? m_hash : QByteArray())) {
            note(row, event, QStringLiteral("it does not follow the event before it: the chain was reordered or rewritten there"));
        }
        return {};
    }

    Result<void> checkLink(const Statement &row, const Event &event)
    {
        m_report.chains += m_report.events > 1 && event.console == m_console ? 0 : 1;
        Statement before(m_connection, "142_link_before");
        if (const Result<void> done = before.run(event.console, event.consoleSeq - 1, event.console, event.consoleSeq - 1); !done)
            return done;
        const bool exists = before.next();
        if (!exists && event.consoleSeq > 1 && mayLeap(event))
            m_report.leaps += 1;
        else if (!exists && event.consoleSeq > 1)
            note(row, event, QStringLiteral("the event before it is missing: number %1 of its console").arg(event.consoleSeq - 1));
        else if (event.prev != (exists ? before.bytes(0) : QByteArray()))
            note(row, event, QStringLiteral("it does not follow the event before it: the chain was reordered or rewritten there"));
        return {};
    }

    Result<void> checkEnd() // a chain does not show that its last events are gone; what was computed from them does
    {
        Statement row(m_connection, "202_lag");
        if (const Result<void> done = row.run(); !done)
            return done;
        if (row.next() && row.number(0) < 0) {
            m_report.problems.push_back(
                {{},
                 {},
                 {},
                 m_report.events + 1,
                 QStringLiteral("the newest %1 event(s) are missing: they were computed with, and are gone").arg(-row.number(0))});
        }
        return {};
    }

    Connection &m_connection;
    bool m_wholeLog;
    ConsoleId m_own; // this file's installation
    VerifyReport m_report;
    ConsoleId m_console;
    qint64 m_seq = 0;
    QByteArray m_hash;
};

} // namespace

Result<VerifyReport> verify(Connection &connection, const std::optional<IncidentId> &incident)
{
    std::vector<qint64> positions; // chain by chain; by the log alone, not by what was computed from it
    {
        Statement rows(connection, incident ? "141_chains_of_incident" : "140_chains");
        if (const Result<void> done = incident ? rows.run(*incident) : rows.run(); !done)
            return tl::unexpected(done.error());
        while (rows.next())
            positions.push_back(rows.number(0));
        if (const Result<void> end = rows.end(); !end)
            return tl::unexpected(end.error());
    }
    Verifier verifier(connection, !incident);
    for (const qint64 position : positions) {
        if (const Result<void> done = verifier.look(position); !done)
            return tl::unexpected(done.error());
    }
    return verifier.report();
}

} // namespace qd::journal
