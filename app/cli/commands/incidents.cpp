// Commands on the incident itself: declare, list, show, set, status, severity, acknowledge, undo.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/undo.h"
#include "models/plan/json.h"

#include <QJsonArray>

namespace qd::cli {
namespace {

Result<command::Declare> declaration(const Shell &shell, const plan::Plan &plan)
{
    const Arguments &given = shell.arguments();
    const Result<std::optional<Instant>> started = shell.timeOption("started");
    const Result<std::optional<Instant>> detected = shell.timeOption("detected");
    for (const auto *time : {&started, &detected}) {
        if (!*time)
            return tl::unexpected(time->error());
    }
    command::Declare declare;
    declare.title = given.value("title");
    declare.severity = given.value("severity");
    declare.type = given.value("type");
    declare.impact = given.value("impact");
    declare.source = given.value("source");
    declare.codename = given.value("codename");
    declare.services = given.values("service");
    declare.started = *started;
    declare.detected = *detected;
    declare.drill = given.has("drill");
    declare.restricted = given.has("restricted");
    declare.plan = plan::toJson(plan);
    return declare;
}

template<class Described> // an incident, or its summary
QString lineOf(const Described &incident, const QString &mergedInto)
{
    return QStringLiteral("%1  %2  %3  %4%5%6")
        .arg(incident.ref, incident.severity.isEmpty() ? QStringLiteral("?") : incident.severity, incident.status.leftJustified(13),
             incident.displayTitle(), incident.drill ? QStringLiteral("  (drill)") : QString(),
             mergedInto.isEmpty() ? QString() : QStringLiteral("  (merged into %1)").arg(mergedInto));
}

Result<Answer> declareIncident(Shell &shell)
{
    const Result<plan::Plan> plan = shell.plans().load(shell.arguments().value("plan", QStringLiteral("default")));
    if (!plan)
        return tl::unexpected(plan.error());
    if (const Result<void> zone = shell.useZoneOf(*plan); !zone)
        return tl::unexpected(zone.error());
    const Result<command::Declare> declare = declaration(shell, *plan);
    if (!declare)
        return tl::unexpected(declare.error());
    Room room;
    room.plan = *plan;
    const IncidentId id = IncidentId::make(shell.now());
    Result<Drafts> drafts = decideDeclare(*declare, id, {shell.author(), shell.now()});
    if (!drafts)
        return tl::unexpected(drafts.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Create);
    if (!journal)
        return tl::unexpected(journal.error());
    const QString ref = freeReference(**journal, id);
    drafts->front().body.insert(QStringLiteral("ref"), ref);
    if (const auto events = shell.append(room, *drafts); !events)
        return tl::unexpected(events.error());
    const QString text = QStringLiteral("%1 declared %2 under %3: %4")
                             .arg(ref, room.incident.severity.isEmpty() ? QStringLiteral("with unknown severity") : room.incident.severity,
                                  room.incident.rules.planName, room.incident.title);
    return Answer{text, asJson(room, shell.now())};
}

QJsonValue isoOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

QJsonObject summaryJson(const IncidentSummary &row)
{
    return {{QStringLiteral("ref"), row.ref},
            {QStringLiteral("id"), row.id.toString()},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("plan"), row.planId},
            {QStringLiteral("severity"), row.severity},
            {QStringLiteral("status"), row.status},
            {QStringLiteral("type"), row.type},
            {QStringLiteral("commander"), row.commander},
            {QStringLiteral("open"), row.open},
            {QStringLiteral("drill"), row.drill},
            {QStringLiteral("restricted"), row.restricted},
            {QStringLiteral("started_at"), isoOrNull(row.startedAt)},
            {QStringLiteral("detected_at"), isoOrNull(row.detectedAt)},
            {QStringLiteral("declared_at"), isoOrNull(row.declaredAt)},
            {QStringLiteral("resolved_at"), isoOrNull(row.resolvedAt)},
            {QStringLiteral("closed_at"), isoOrNull(row.closedAt)},
            {QStringLiteral("merged_into"), row.mergedInto.isEmpty() ? QJsonValue() : QJsonValue(row.mergedInto)},
            {QStringLiteral("entries"), row.entryCount}};
}

Result<Answer> listIncidents(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    IncidentFilter filter;
    filter.openOnly = shell.arguments().has("open");
    const Result<std::vector<IncidentSummary>> rows = (*journal)->incidents(filter);
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonArray array;
    QStringList lines;
    for (const IncidentSummary &row : *rows) {
        array << summaryJson(row);
        lines << lineOf(row, row.mergedInto);
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no incidents") : lines.join(QLatin1Char('\n')), array};
}

Result<Answer> showIncident(Shell &shell)
{
    Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    const Result<std::optional<Instant>> asOf = shell.timeOption("asof");
    if (!asOf)
        return tl::unexpected(asOf.error());
    if (*asOf) {
        room = shell.room(room->incident.id, *asOf);
        if (!room)
            return tl::unexpected(room.error());
    }
    const Instant now = asOf->value_or(shell.now());
    const Result<std::vector<LinkedIncident>> links = (*shell.journal(Shell::Access::Read))->links(room->incident);
    if (!links)
        return tl::unexpected(links.error());
    QJsonObject json = asJson(*room, now);
    json.insert(QStringLiteral("links"), linksJson(*links)); // from both sides
    return Answer{lineOf(room->incident, room->incident.mergedInto()) + QStringLiteral("\n\n")
                      + review::situation(room->plan, room->incident, now),
                  json};
}

Result<Answer> setField(Shell &shell)
{
    return shell.changeBy([&shell](const Room &) -> Result<Command> {
        command::Amend amend{shell.arguments().word("FIELD").replace(QLatin1Char('-'), QLatin1Char('_')), shell.arguments().word("VALUE")};
        if (amend.field.endsWith(QLatin1String("_at")) && !amend.value.trimmed().isEmpty()) {
            const Result<TypedTime> time = shell.time(amend.value);
            if (!time)
                return tl::unexpected(time.error());
            amend.value = toIso(time->at);
        }
        return amend;
    });
}

Result<Answer> acknowledge(Shell &shell)
{
    return shell.changeAt([](std::optional<Instant> at) { return command::Acknowledge{at}; });
}

Result<Answer> changeStatus(Shell &shell)
{
    return shell.changeAt([&given = shell.arguments()](std::optional<Instant> at) {
        return command::ChangeStatus{given.word("STATUS"), given.value("note"), at};
    });
}

Result<Answer> changeSeverity(Shell &shell)
{
    return shell.changeAt([&given = shell.arguments()](std::optional<Instant> at) {
        return command::ChangeSeverity{given.word("S"), given.value("reason"), at};
    });
}

Result<Answer> undo(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const std::optional<Undoable> last = UndoStack(shell.author(), room.events).undoable();
        return last ? command::Undo{last->event, last->kind} : command::Undo{};
    });
}

Result<Answer> redo(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const std::optional<Undoable> last = UndoStack(shell.author(), room.events).redoable();
        return last ? command::Redo{last->event} : command::Redo{};
    });
}

Result<Answer> situationReport(Shell &shell)
{
    const Result<Room> room = shell.room();
    if (!room)
        return tl::unexpected(room.error());
    static const QHash<QString, review::BriefFor> readers{{QStringLiteral("joining"), review::BriefFor::Joining},
                                                          {QStringLiteral("executives"), review::BriefFor::Executives},
                                                          {QStringLiteral("handover"), review::BriefFor::Handover}};
    const QString reader = shell.arguments().value("for", QStringLiteral("joining"));
    if (!readers.contains(reader))
        return failure(ErrorCode::Usage, QStringLiteral("unknown reader '%1'; it is one of: joining, executives, handover").arg(reader));
    const QString text = review::situation(room->plan, room->incident, shell.now(), readers.value(reader));
    return Answer{text, QJsonObject{{QStringLiteral("ref"), room->incident.ref}, {QStringLiteral("text"), text}}};
}

} // namespace

const CommandGroup incidentCommands{
    {"incident declare",
     "--severity S --title T [--plan P] [--type X] [--service NAME]… [--impact TEXT] [--started TIME] [--detected TIME] "
     "[--source alert|user|health-check|external|team] [--drill] [--restricted] [--codename NAME]",
     "Begins an incident; prints its reference first. Severity 'unknown' is allowed.", declareIncident},
    {"incident list", "[--open]", "All incidents, the open ones first.", listIncidents},
    {"incident show", "INCIDENT [--asof TIME]", "The incident now, or as it was known at an instant.", showIncident},
    {"incident set", "INCIDENT FIELD VALUE",
     "Corrects title, type, services, impact, source, codename, started_at, detected_at, acknowledged_at, restricted or drill.", setField},
    {"ack", "INCIDENT [--at TIME]", "Acknowledges it.", acknowledge},
    {"status", "INCIDENT STATUS [--at TIME] [--note TEXT]",
     "investigating identified mitigating monitoring resolved closed; it may go back.", changeStatus},
    {"severity", "INCIDENT S --reason TEXT [--at TIME]", "Changes the severity.", changeSeverity},
    {"sitrep", "INCIDENT [--for joining|executives|handover]", "Conditions, actions, needs; who holds which role; what is due next.",
     situationReport},
    {"undo", "INCIDENT", "Takes back the last change of this author.", undo},
    {"redo", "INCIDENT", "Does again what was taken back last.", redo},
};

} // namespace qd::cli
