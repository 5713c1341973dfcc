#include "models/journal/planruns.h"

#include "models/core/fold.h"
#include "models/journal/eventlog.h"
#include "models/journal/statement.h"

#include <QJsonObject>
#include <QSet>

namespace qd::journal {
namespace {

QString fingerprint(const QJsonObject &plan)
{
    return QString::fromLatin1(hashBody(canonicalBody(plan)).toHex());
}

Result<void> putRun(Connection &connection, const Event &event)
{
    const QJsonObject plan = event.body.value(QLatin1String("plan")).toObject();
    if (plan.isEmpty())
        return {};
    return Statement(connection, "218_put_plan_run")
        .run(event.incident, fingerprint(plan), plan.value(QLatin1String("id")).toString(), plan.value(QLatin1String("version")).toString(),
             event.happenedAt);
}

// By the fold, so that an adoption that was taken back counts as one.
Result<void> markCurrent(Connection &connection, const IncidentId &incident)
{
    std::vector<Event> events;
    {
        Statement rows(connection, "124_course_of_incident");
        if (const Result<void> done = rows.run(incident); !done)
            return done;
        Result<std::vector<Event>> course = readAll(rows);
        if (!course)
            return tl::unexpected(course.error());
        events = std::move(*course);
    }
    return Statement(connection, "219_mark_plan_run").run(fingerprint(fold(events).plan), incident);
}

} // namespace

Result<void> projectPlanRuns(Connection &connection, qint64 upTo)
{
    qint64 from = 0;
    {
        Statement row(connection, "229_plans_to");
        if (const Result<void> done = row.run(); !done)
            return done;
        if (row.next())
            from = row.number(0);
    }
    std::vector<Event> changes;
    {
        Statement rows(connection, "217_plan_changes");
        if (const Result<void> done = rows.run(from, upTo); !done)
            return done;
        Result<std::vector<Event>> read = readAll(rows);
        if (!read)
            return tl::unexpected(read.error());
        changes = std::move(*read);
    }
    QSet<IncidentId> touched;
    for (const Event &event : changes) {
        touched.insert(event.incident);
        if (const Result<void> done = putRun(connection, event); !done)
            return done;
    }
    for (const IncidentId &incident : std::as_const(touched)) {
        if (const Result<void> done = markCurrent(connection, incident); !done)
            return done;
    }
    return Statement(connection, "228_put_plans_to").run(upTo);
}

Result<void> forgetPlanRuns(Connection &connection)
{
    if (const Result<void> done = Statement(connection, "226_forget_plan_runs").run(); !done)
        return done;
    return Statement(connection, "228_put_plans_to").run(0);
}

Result<std::vector<PlanRun>> readPlanRuns(Connection &connection, const QString &plan)
{
    Statement rows(connection, "227_plan_runs");
    if (const Result<void> done = rows.run(plan, plan); !done)
        return tl::unexpected(done.error());
    std::vector<PlanRun> runs;
    while (rows.next()) {
        const bool hidden = rows.number(12) != 0 && !rows.text(8).isEmpty();
        PlanRun run;
        run.plan = rows.text(0);
        run.version = rows.text(1);
        run.fingerprint = rows.text(2);
        run.since = fromMsecs(rows.number(3));
        run.current = rows.number(4) != 0;
        run.incident = rows.id<IncidentId>(5);
        run.ref = rows.text(6);
        run.title = rows.text(hidden ? 8 : 7);
        run.severity = rows.text(9);
        run.open = rows.number(10) != 0;
        run.drill = rows.number(11) != 0;
        run.declaredAt = rows.instant(13);
        runs.push_back(run);
    }
    const Result<void> end = rows.end();
    return end ? Result<std::vector<PlanRun>>(std::move(runs)) : tl::unexpected(end.error());
}

} // namespace qd::journal
