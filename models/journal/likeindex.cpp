#include "models/journal/likeindex.h"

#include "models/core/fold.h"
#include "models/journal/eventlog.h"
#include "models/journal/likerank.h"
#include "models/journal/statement.h"

namespace qd::journal {
namespace {

struct Stale
{
    IncidentId incident;
    qint64 position = 0;
};

Result<std::vector<Stale>> staleOnes(Connection &connection, int atMost)
{
    Statement rows(connection, "240_stale_likeness");
    if (const Result<void> done = rows.run(atMost); !done)
        return tl::unexpected(done.error());
    std::vector<Stale> all;
    while (rows.next())
        all.push_back({rows.id<IncidentId>(0), rows.number(1)});
    const Result<void> end = rows.end();
    return end ? Result<std::vector<Stale>>(std::move(all)) : tl::unexpected(end.error());
}

std::optional<qint64> lengthOf(const Incident &incident)
{
    const std::optional<Instant> from = incident.milestones.detected ? incident.milestones.detected : incident.milestones.declared;
    const std::optional<Instant> to = incident.milestones.resolved;
    return from && to && *to >= *from ? std::optional<qint64>((*to - *from).count()) : std::nullopt;
}

Result<qint64> putRow(Connection &connection, const Stale &stale, const Incident &incident)
{
    const LikeQuery known = likeQueryOf(incident); // the same names, in the same form
    const Lesson lesson = incident.restricted ? Lesson{} : lessonOf(incident);
    Statement row(connection, "241_put_likeness");
    const Result<void> done =
        row.run(stale.incident, stale.position, !incident.restricted, known.services.join(QLatin1Char('\n')),
                known.scenarios.join(QLatin1Char('\n')), known.plan, lengthOf(incident), lesson.cause, lesson.ending);
    if (!done)
        return tl::unexpected(done.error());
    return row.next() ? row.number(0) : 0;
}

Result<void> learnOne(Connection &connection, const Stale &stale)
{
    const Result<std::vector<Event>> events = EventLog(connection, {}).ofIncident(stale.incident);
    if (!events)
        return tl::unexpected(events.error());
    const Incident incident = fold(*events);
    if (const Result<void> done = Statement(connection, "242_forget_like_text").run(stale.incident); !done)
        return done;
    const Result<qint64> id = putRow(connection, stale, incident);
    if (!id)
        return tl::unexpected(id.error());
    if (incident.restricted)
        return {};
    const LikeText text = likeTextOf(incident);
    return Statement(connection, "243_put_like_text").run(*id, text.title, text.causes, text.about, text.said);
}

Result<LikeHit> readHit(Connection &connection, const LikeMatch &match)
{
    Statement row(connection, "250_like_hit");
    if (const Result<void> done = row.run(match.id); !done)
        return tl::unexpected(done.error());
    LikeHit hit;
    if (!row.next())
        return hit;
    hit.incident = row.id<IncidentId>(0);
    hit.ref = row.text(1);
    hit.severity = row.text(4);
    hit.status = row.text(5);
    hit.type = row.text(6);
    hit.open = row.number(7) != 0;
    hit.drill = row.number(8) != 0;
    hit.restricted = row.number(9) != 0;
    hit.title = hit.restricted && !row.text(3).isEmpty() ? row.text(3) : row.text(2);
    hit.declaredAt = row.instant(10).value_or(Instant{});
    if (!row.isNull(11))
        hit.took = Duration(row.number(11));
    hit.score = match.score;
    hit.services = match.services;
    hit.scenarios = match.scenarios;
    hit.sameType = match.sameType;
    if (hit.restricted)
        return hit;
    hit.words = match.words;
    hit.lesson = {row.text(12), row.text(13)};
    return hit;
}

} // namespace

Result<bool> learn(Connection &connection, int atMost)
{
    const Result<std::vector<Stale>> stale = staleOnes(connection, atMost);
    if (!stale)
        return tl::unexpected(stale.error());
    if (stale->empty())
        return false;
    const Result<void> learnt = connection.write(
        [&]() -> Result<void> {
            for (const Stale &one : *stale) {
                if (const Result<void> done = learnOne(connection, one); !done)
                    return done;
            }
            return {};
        },
        Connection::Durable::No);
    return learnt ? Result<bool>(std::ssize(*stale) == atMost) : tl::unexpected(learnt.error());
}

Result<void> forgetWords(Connection &connection, const IncidentId &incident)
{
    for (const char *forget : {"242_forget_like_text", "244_forget_likeness"}) {
        if (const Result<void> done = Statement(connection, forget).run(incident); !done)
            return done;
    }
    return Statement(connection, "246_scrub_like_text").run();
}

Result<void> forgetAllLikeness(Connection &connection)
{
    return Statement(connection, "245_forget_all_likeness").run();
}

Result<std::vector<LikeHit>> findLike(Connection &connection, const LikeQuery &query)
{
    const Result<std::vector<LikeMatch>> matches = rankLike(connection, query);
    if (!matches)
        return tl::unexpected(matches.error());
    std::vector<LikeHit> hits;
    for (const LikeMatch &match : *matches) {
        Result<LikeHit> hit = readHit(connection, match);
        if (!hit)
            return tl::unexpected(hit.error());
        if (!hit->incident.isNull())
            hits.push_back(std::move(*hit));
    }
    return hits;
}

} // namespace qd::journal
