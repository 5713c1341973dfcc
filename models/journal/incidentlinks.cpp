#include "models/journal/incidentlinks.h"

#include "models/core/fold.h"
#include "models/journal/eventlog.h"
#include "models/journal/statement.h"

namespace qd::journal {
namespace {

QByteArray idOrNothing(const IncidentLink &link)
{
    const IncidentId id = IncidentId::fromString(link.otherId);
    return id.isNull() ? QByteArray() : id.toBytes();
}

// By the fold, so that a link that was taken back is none.
Result<void> putLinksOf(Connection &connection, const IncidentId &incident)
{
    std::vector<Event> course;
    {
        Statement rows(connection, "124_course_of_incident");
        if (const Result<void> done = rows.run(incident); !done)
            return done;
        Result<std::vector<Event>> read = readAll(rows);
        if (!read)
            return tl::unexpected(read.error());
        course = std::move(*read);
    }
    if (const Result<void> done = Statement(connection, "261_forget_links_of").run(incident); !done)
        return done;
    for (const IncidentLink &link : fold(course).links) {
        const Result<void> done =
            Statement(connection, "265_put_incident_link").run(incident, link.event, link.other, idOrNothing(link), link.relation);
        if (!done)
            return done;
    }
    return {};
}

Result<std::vector<IncidentId>> changedSince(Connection &connection, qint64 from, qint64 upTo)
{
    Statement rows(connection, "267_link_changes");
    if (const Result<void> done = rows.run(from, upTo); !done)
        return tl::unexpected(done.error());
    std::vector<IncidentId> all;
    while (rows.next())
        all.push_back(rows.id<IncidentId>(0));
    const Result<void> end = rows.end();
    return end ? Result<std::vector<IncidentId>>(std::move(all)) : tl::unexpected(end.error());
}

// From a row that goes on, from `column`, with: id, ref, title, codename, severity, status, open, drill, restricted, declared_at.
void describe(LinkedIncident &linked, const Statement &row, int column)
{
    linked.incident = row.id<IncidentId>(column);
    linked.ref = row.text(column + 1);
    linked.severity = row.text(column + 4);
    linked.status = row.text(column + 5);
    linked.open = row.number(column + 6) != 0;
    linked.drill = row.number(column + 7) != 0;
    linked.restricted = row.number(column + 8) != 0;
    linked.title = linked.restricted && !row.text(column + 3).isEmpty() ? row.text(column + 3) : row.text(column + 2);
    linked.declaredAt = row.instant(column + 9).value_or(Instant{});
}

Result<LinkedIncident> describeOwn(Connection &connection, const IncidentLink &link)
{
    LinkedIncident linked;
    linked.ref = link.other;
    linked.relation = link.relation;
    linked.link = link.event;
    Statement row(connection, "264_linked_incident");
    if (const Result<void> done = row.run(link.other, idOrNothing(link)); !done)
        return tl::unexpected(done.error());
    while (row.next()) {
        const bool meant = link.otherId.isEmpty() || row.id<IncidentId>(0).toString() == link.otherId;
        if (meant)
            describe(linked, row, 0);
    }
    return linked;
}

void add(std::vector<LinkedIncident> &all, LinkedIncident linked)
{
    const bool known = std::any_of(all.begin(), all.end(), [&linked](const LinkedIncident &other) {
        return other.ref == linked.ref && other.relation == linked.relation;
    });
    if (!known)
        all.push_back(std::move(linked));
}

} // namespace

Result<void> projectLinks(Connection &connection, qint64 upTo)
{
    qint64 from = 0;
    {
        Statement row(connection, "260_links_to_position");
        if (const Result<void> done = row.run(); !done)
            return done;
        if (row.next())
            from = row.number(0);
    }
    const Result<std::vector<IncidentId>> changed = changedSince(connection, from, upTo);
    if (!changed)
        return tl::unexpected(changed.error());
    for (const IncidentId &incident : *changed) {
        if (const Result<void> done = putLinksOf(connection, incident); !done)
            return done;
    }
    return Statement(connection, "266_put_links_to").run(upTo);
}

Result<void> forgetLinks(Connection &connection)
{
    if (const Result<void> done = Statement(connection, "262_forget_all_links").run(); !done)
        return done;
    return Statement(connection, "266_put_links_to").run(0);
}

Result<std::vector<LinkedIncident>> readLinks(Connection &connection, const IncidentId &incident, const QString &ref,
                                              const std::vector<IncidentLink> &own)
{
    std::vector<LinkedIncident> all;
    for (const IncidentLink &link : own) {
        Result<LinkedIncident> linked = describeOwn(connection, link);
        if (!linked)
            return tl::unexpected(linked.error());
        add(all, std::move(*linked));
    }
    Statement rows(connection, "263_links_to");
    if (const Result<void> done = rows.run(ref, incident, incident); !done)
        return tl::unexpected(done.error());
    while (rows.next()) {
        LinkedIncident linked;
        linked.link = rows.id<EventId>(0);
        linked.relation = reverseRelation(rows.text(1));
        linked.own = false;
        describe(linked, rows, 2);
        add(all, std::move(linked));
    }
    const Result<void> end = rows.end();
    return end ? Result<std::vector<LinkedIncident>>(std::move(all)) : tl::unexpected(end.error());
}

} // namespace qd::journal
