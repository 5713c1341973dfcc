// What is asked of a Store: incidents, references, words, likenesses.
#include "models/journal/incidentlinks.h"
#include "models/journal/likeindex.h"
#include "models/journal/planruns.h"
#include "models/journal/searchwords.h"
#include "models/journal/store.h"

namespace qd::journal {
namespace {

IncidentSummary readSummary(const Statement &row)
{
    IncidentSummary summary;
    int column = 0;
    summary.id = row.id<IncidentId>(column++);
    for (QString IncidentSummary::*member :
         {&IncidentSummary::ref, &IncidentSummary::title, &IncidentSummary::codename, &IncidentSummary::type, &IncidentSummary::severity,
          &IncidentSummary::status, &IncidentSummary::commander, &IncidentSummary::planId})
        summary.*member = row.text(column++);
    for (bool IncidentSummary::*member : {&IncidentSummary::open, &IncidentSummary::drill, &IncidentSummary::restricted})
        summary.*member = row.number(column++) != 0;
    for (auto member :
         {&IncidentSummary::startedAt, &IncidentSummary::detectedAt, &IncidentSummary::declaredAt, &IncidentSummary::acknowledgedAt,
          &IncidentSummary::identifiedAt, &IncidentSummary::mitigatedAt, &IncidentSummary::resolvedAt, &IncidentSummary::closedAt})
        summary.*member = row.instant(column++);
    summary.entryCount = row.number(column++);
    summary.eventCount = row.number(column++);
    summary.lastRecordedAt = fromMsecs(row.number(column++));
    summary.mergedInto = row.text(column);
    return summary;
}

struct Named
{
    IncidentId id;
    QString ref;
    QString title;
};

Result<std::vector<Named>> namedLike(Connection &connection, const QString &beginning)
{
    Statement rows(connection, "223_refs_beginning");
    if (const Result<void> done = rows.run(beginning, beginning); !done)
        return tl::unexpected(done.error());
    std::vector<Named> found;
    while (rows.next()) {
        const bool hidden = rows.number(4) != 0 && !rows.text(3).isEmpty();
        found.push_back({rows.id<IncidentId>(0), rows.text(1), hidden ? rows.text(3) : rows.text(2)});
    }
    const Result<void> end = rows.end();
    return end ? Result<std::vector<Named>>(found) : tl::unexpected(end.error());
}

Result<IncidentId> oneOf(const std::vector<Named> &found, const QString &name)
{
    if (found.size() == 1)
        return found.front().id;
    QStringList candidates;
    for (const Named &named : found)
        candidates << QStringLiteral("%1 (%2)").arg(named.ref, named.title);
    if (candidates.size() > 8)
        candidates = candidates.mid(0, 8) << QStringLiteral("…");
    return refused(QStringLiteral("'%1' could be any of %2: give more of the reference").arg(name, candidates.join(QStringLiteral(", "))));
}

Result<IncidentId> firstId(Statement &rows, const Result<void> &ran, const QString &otherwise)
{
    if (!ran)
        return tl::unexpected(ran.error());
    if (rows.next())
        return rows.id<IncidentId>(0);
    return refused(otherwise);
}

tl::unexpected<Error> noSuch(const QString &name)
{
    return refused(QStringLiteral("there is no incident '%1' in this database; 'incident list' shows those that are").arg(name));
}

} // namespace

Result<std::vector<IncidentSummary>> Store::incidents(const IncidentFilter &filter)
{
    catchUp();
    Statement rows(*m_connection, "220_incidents");
    if (const Result<void> done = rows.run(filter.openOnly, filter.drills); !done)
        return tl::unexpected(done.error());
    std::vector<IncidentSummary> all;
    while (rows.next())
        all.push_back(readSummary(rows));
    const Result<void> end = rows.end();
    return end ? Result<std::vector<IncidentSummary>>(std::move(all)) : tl::unexpected(end.error());
}

Result<std::vector<PlanRun>> Store::planRuns(const QString &plan)
{
    catchUp();
    return readPlanRuns(*m_connection, plan);
}

Result<std::vector<LinkedIncident>> Store::links(const IncidentId &incident, const QString &ref, const std::vector<IncidentLink> &own)
{
    catchUp();
    return readLinks(*m_connection, incident, ref, own);
}

Result<std::vector<LikeHit>> Store::like(const LikeQuery &query)
{
    return findLike(*m_connection, query);
}

Result<bool> Store::learn(int atMost)
{
    catchUp();
    return m_settings.readOnlyReason.isEmpty() ? journal::learn(*m_connection, atMost) : Result<bool>(false);
}

Result<IncidentId> Store::resolve(const QString &given)
{
    const QString name = given.trimmed();
    if (name.compare(QLatin1String("last"), Qt::CaseInsensitive) == 0) {
        Statement rows(*m_connection, "222_last_declared");
        return firstId(rows, rows.run(), QStringLiteral("there is no incident in this database yet; declare one"));
    }
    if (const IncidentId id = IncidentId::fromString(name); !id.isNull()) {
        Statement rows(*m_connection, "224_ref_of_incident");
        const Result<void> ran = rows.run(id);
        if (!ran)
            return tl::unexpected(ran.error());
        return rows.next() ? Result<IncidentId>(id) : noSuch(given);
    }
    if (name.isEmpty())
        return refused(QStringLiteral("name an incident: its reference, a beginning of it, or 'last'"));
    for (const QString &beginning : {name, QStringLiteral("INC-") + name}) {
        Result<std::vector<Named>> found = namedLike(*m_connection, beginning);
        if (!found)
            return tl::unexpected(found.error());
        const auto isWhole = [&beginning](const Named &named) { return named.ref.compare(beginning, Qt::CaseInsensitive) == 0; };
        if (std::any_of(found->begin(), found->end(), isWhole))
            std::erase_if(*found, [&isWhole](const Named &named) { return !isWhole(named); });
        if (!found->empty())
            return oneOf(*found, given);
    }
    return noSuch(given);
}

Result<bool> Store::refIsTaken(const QString &ref)
{
    Statement rows(*m_connection, "221_ref_taken");
    if (const Result<void> done = rows.run(ref); !done)
        return tl::unexpected(done.error());
    return rows.next();
}

Result<std::vector<SearchHit>> Store::search(const SearchQuery &query)
{
    const QString match = matchOf(query.words);
    if (match.isEmpty() || query.limit == 0)
        return std::vector<SearchHit>();
    catchUp();
    qint64 first = 0;
    qint64 last = query.before - 1;
    if (query.incident) { // its events lie close together: the words of others are not looked at
        Statement span(*m_connection, "225_span_of_incident");
        if (const Result<void> done = span.run(*query.incident); !done)
            return tl::unexpected(done.error());
        if (!span.next())
            return std::vector<SearchHit>();
        first = span.number(0);
        last = std::min(last, span.number(1));
    }
    Statement rows(*m_connection, query.incident ? "311_search_incident" : "310_search");
    const Result<void> done =
        query.incident ? rows.run(match, first, last, *query.incident, query.limit) : rows.run(match, query.before, query.limit);
    if (!done)
        return tl::unexpected(done.error());
    std::vector<SearchHit> hits;
    while (rows.next()) {
        const IncidentId incident = rows.id<IncidentId>(3);
        const Result<QString> ref = refOf(incident);
        if (!ref)
            return tl::unexpected(ref.error());
        hits.push_back(
            {rows.number(0), rows.id<EventId>(2), incident, *ref, fromMsecs(rows.number(4)), excerpt(rows.text(1), query.words)});
    }
    const Result<void> end = rows.end();
    return end ? Result<std::vector<SearchHit>>(std::move(hits)) : tl::unexpected(end.error());
}

Result<QString> Store::refOf(const IncidentId &incident)
{
    const auto known = m_refs.constFind(incident);
    if (known != m_refs.cend())
        return *known;
    Statement row(*m_connection, "224_ref_of_incident");
    if (const Result<void> done = row.run(incident); !done)
        return tl::unexpected(done.error());
    if (!row.next())
        return QString(); // its declaration has not arrived yet
    return *m_refs.insert(incident, row.text(0));
}

} // namespace qd::journal
