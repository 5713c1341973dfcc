#include "models/journal/projector.h"

#include <QJsonDocument>

#include <algorithm>

#include "models/core/fold.h"
#include "models/core/kinds.h"
#include "models/journal/incidentlinks.h"
#include "models/journal/likeindex.h"
#include "models/journal/planruns.h"
#include "models/journal/searchwords.h"
#include "models/journal/sqlfiles.h"

namespace qd::journal {
namespace {

bool is(const Event &event, const char *kind)
{
    return event.kind == QLatin1String(kind);
}

EventId idIn(const Event &event, const char *field)
{
    return EventId::fromString(event.body.value(QLatin1String(field)).toString());
}

QString searchTableDefinition(const char *table)
{
    for (const Migration &migration : migrations()) {
        for (const QString &statement : migration.statements) {
            if (statement.startsWith(QLatin1String("CREATE VIRTUAL TABLE ") + QLatin1String(table)))
                return statement;
        }
    }
    return {};
}

Result<void> makeSearchTablesAnew(Connection &connection)
{
    connection.forgetPrepared();
    for (const char *table : {"entry_text", "like_text"}) {
        for (const QString &sql : {QLatin1String("DROP TABLE ") + QLatin1String(table), searchTableDefinition(table)}) {
            if (const Result<void> done = connection.run(sql); !done)
                return done;
        }
    }
    return {};
}

bool movesSummary(const Event &event)
{
    static constexpr const char *groups[] = {"incident.", "plan.", "severity.", "status.", "role.", "event."};
    return std::any_of(std::begin(groups), std::end(groups),
                       [&event](const char *group) { return event.kind.startsWith(QLatin1String(group)); });
}

bool restricts(const Event &event)
{
    return is(event, kinds::amended) && event.body.value(QLatin1String("field")).toString() == QLatin1String("restricted");
}

} // namespace

bool Projector::mayWait(const std::vector<Event> &events)
{
    return std::all_of(events.begin(), events.end(), [](const Event &event) {
        const bool isNew = event.hash.isEmpty();
        return isNew && (is(event, kinds::entryLogged) || is(event, kinds::entryPinned));
    });
}

Result<qint64> Projector::lag() const
{
    Statement row(m_connection, "202_lag");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    return row.next() ? row.number(0) : 0;
}

Result<void> Projector::project()
{
    Pass pass;
    {
        Statement row(m_connection, "200_projection");
        if (const Result<void> done = row.run(); !done)
            return done;
        if (row.next())
            pass = {row.number(0), row.number(1), false, {}};
    }
    for (const char *index : {"213_put_places", "209_put_links"}) { // in their order: what is read and asked below needs both
        if (const Result<void> done = Statement(m_connection, index).run(pass.position); !done)
            return done;
    }
    if (const Result<void> done = readOn(pass); !done)
        return done;
    return finish(pass);
}

Result<void> Projector::projectAnew()
{
    if (const Result<void> done = makeSearchTablesAnew(m_connection); !done)
        return done;
    for (const char *forget : {"212_forget_incidents", "214_forget_places", "216_forget_links"}) {
        if (const Result<void> done = Statement(m_connection, forget).run(); !done)
            return done;
    }
    for (const auto forget : {forgetPlanRuns, forgetLinks, forgetAllLikeness}) {
        if (const Result<void> done = forget(m_connection); !done)
            return done;
    }
    if (const Result<void> done = Statement(m_connection, "201_put_projection").run(0, 0); !done)
        return done;
    return project();
}

Result<void> Projector::readOn(Pass &pass)
{
    Statement rows(m_connection, "208_to_project");
    if (const Result<void> done = rows.run(pass.position); !done)
        return done;
    while (rows.next()) {
        Event event;
        event.id = rows.id<EventId>(0);
        event.incident = rows.id<IncidentId>(1);
        event.kind = rows.text(2);
        event.body = QJsonDocument::fromJson(rows.bytes(3)).object();
        event.happenedAt = fromMsecs(rows.number(4));
        event.recordedAt = fromMsecs(rows.number(5));
        event.stamp = static_cast<Stamp>(rows.number(6));
        if (const Result<void> done = take(event, rows.number(7), pass); !done)
            return done;
    }
    return rows.end();
}

Result<void> Projector::take(const Event &event, qint64 position, Pass &pass)
{
    pass.position = position;
    pass.stamp = std::max(pass.stamp, static_cast<qint64>(event.stamp));
    Tally &tally = pass.incidents[event.incident];
    tally.first = tally.events == 0 ? position : tally.first;
    tally.last = position;
    ++tally.events;
    tally.entries += is(event, kinds::entryLogged) ? 1 : 0;
    tally.recorded = std::max(tally.recorded, event.recordedAt);
    tally.refold = tally.refold || movesSummary(event);
    tally.hide = tally.hide || restricts(event);
    if (const Result<void> done = correct(event, tally, pass); !done)
        return done;
    const QString text = searchableText(event);
    return text.isEmpty() ? Result<void>() : putWords(position, event, text, event.happenedAt);
}

Result<void> Projector::correct(const Event &event, Tally &tally, Pass &pass)
{
    if (is(event, kinds::entryAmended)) {
        tally.corrected.insert(idIn(event, "entry"));
    } else if (is(event, kinds::entryRedacted)) {
        tally.corrected.insert(idIn(event, "entry"));
        tally.hide = pass.wordsGone = true;
    } else if (is(event, kinds::eventUndone) || is(event, kinds::eventRedone)) {
        const Result<std::optional<Event>> other = EventLog(m_connection, {}).byId(idIn(event, "event"));
        if (!other)
            return tl::unexpected(other.error());
        if (*other && is(**other, kinds::entryAmended))
            tally.corrected.insert(idIn(**other, "entry"));
    }
    return {};
}

Result<void> Projector::finish(const Pass &pass)
{
    for (auto at = pass.incidents.cbegin(); at != pass.incidents.cend(); ++at) {
        if (const Result<void> done = store(at.key(), *at); !done)
            return done;
    }
    if (pass.wordsGone) {
        if (const Result<void> done = Statement(m_connection, "303_scrub_words").run(); !done)
            return done;
    }
    for (const auto project : {projectPlanRuns, projectLinks}) {
        if (const Result<void> done = project(m_connection, pass.position); !done)
            return done;
    }
    return Statement(m_connection, "201_put_projection").run(pass.position, pass.stamp);
}

Result<void> Projector::store(const IncidentId &incident, const Tally &tally)
{
    if (tally.hide) {
        if (const Result<void> done = forgetWords(m_connection, incident); !done)
            return done;
    }
    const Result<void> counted =
        Statement(m_connection, "210_tally_incident").run(incident, tally.entries, tally.events, tally.recorded, tally.first, tally.last);
    if (!counted)
        return counted;
    if (tally.refold) {
        if (const Result<void> done = describe(incident); !done)
            return done;
    }
    return tally.corrected.isEmpty() ? Result<void>() : correctWords(incident, tally.corrected);
}

Result<void> Projector::describe(const IncidentId &incident)
{
    Statement rows(m_connection, "124_course_of_incident");
    if (const Result<void> done = rows.run(incident); !done)
        return done;
    const Result<std::vector<Event>> course = readAll(rows);
    if (!course)
        return tl::unexpected(course.error());
    const Incident state = fold(*course);
    const Milestones &times = state.milestones;
    return Statement(m_connection, "211_describe_incident")
        .run(state.ref, state.title, state.codename, state.type, state.severity, state.status, state.holder(QStringLiteral("ic")),
             state.rules.planId, state.isOpen(), state.drill, state.restricted, times.started, times.detected, times.declared,
             times.acknowledged, times.identified, times.mitigated, times.resolved, times.closed, incident);
}

Result<void> Projector::putWords(qint64 position, const Event &event, const QString &text, Instant at)
{
    return Statement(m_connection, "300_put_words").run(position, text, event.id, event.incident, at);
}

// By the fold, so that a text is found as the timeline shows it, whatever order its corrections came in.
Result<void> Projector::correctWords(const IncidentId &incident, const QSet<EventId> &entries)
{
    std::vector<Event> events;
    {
        Statement rows(m_connection, "125_corrections_of_incident");
        if (const Result<void> done = rows.run(incident); !done)
            return done;
        Result<std::vector<Event>> corrections = readAll(rows);
        if (!corrections)
            return tl::unexpected(corrections.error());
        events = std::move(*corrections);
    }
    QHash<EventId, qint64> positions;
    for (const EventId &entry : entries) {
        Statement row(m_connection, "120_event_by_id");
        if (const Result<void> done = row.run(entry); !done)
            return done;
        if (!row.next())
            continue; // not arrived yet
        positions.insert(entry, EventLog::positionOf(row));
        if (EventLog::bodyIsGone(row))
            continue;
        events.push_back(EventLog::read(row));
    }
    const Incident told = fold(events);
    for (auto at = positions.cbegin(); at != positions.cend(); ++at) {
        if (const Result<void> done = Statement(m_connection, "301_forget_words").run(*at); !done)
            return done;
        const TimelineEntry *entry = told.entry(at.key());
        if (!entry || entry->text.isEmpty())
            continue;
        Event named;
        named.id = at.key();
        named.incident = incident;
        if (const Result<void> done = putWords(*at, named, entry->text, entry->at); !done)
            return done;
    }
    return {};
}

} // namespace qd::journal
