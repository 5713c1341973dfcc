// Rules for the incident itself: what it is called, how bad it is, how far it has come.
#include "models/core/foldrules.h"
#include "models/core/kinds.h"

namespace qd::foldrules {
namespace {

// Spans stand by when they happened; the first one is the declaration's and stays first.
template<class Span>
void insertSpan(const Incident &incident, std::vector<Span> &spans, Span span)
{
    const auto later = [&span](const Span &other) {
        if (other.from != span.from)
            return other.from > span.from;
        return other.stamp != span.stamp ? other.stamp > span.stamp : span.event < other.event;
    };
    const auto place = spans.begin() + (incident.milestones.declared ? 1 : 0);
    spans.insert(std::find_if(place, spans.end(), later), std::move(span));
}

Row declaredRow(const Incident &, const Event &event)
{
    const QString severity = textOf(event, "severity");
    const QString what =
        severity.isEmpty() ? QStringLiteral("Declared, severity not known yet: %1") : QStringLiteral("Declared %1: %2").arg(severity);
    return {QStringLiteral("declared"), what.arg(textOf(event, "title")), {}, {}};
}

void declare(State &state, const Event &event)
{
    Incident &incident = state.incident;
    if (!incident.id.isNull())
        return; // declared once; a second declaration of the same incident changes nothing
    incident.id = event.incident;
    incident.ref = textOf(event, "ref");
    incident.title = textOf(event, "title");
    incident.type = textOf(event, "type");
    incident.services = textsOf(event, "services");
    incident.impact = textOf(event, "impact");
    incident.source = textOf(event, "source");
    incident.codename = textOf(event, "codename");
    incident.drill = event.body[QLatin1String("drill")].toBool();
    incident.restricted = event.body[QLatin1String("restricted")].toBool();
    if (incident.restricted)
        incident.members << event.author;
    incident.plan = event.body[QLatin1String("plan")].toObject();
    incident.rules = Rulebook::fromPlan(incident.plan);
    incident.milestones.declared = event.happenedAt;
    incident.milestones.started = instantOf(event, "started_at");
    incident.milestones.detected = instantOf(event, "detected_at");
    const SeveritySpan severity{textOf(event, "severity"), event.happenedAt, {}, event.author, event.id, event.stamp};
    const StatusSpan status{QStringLiteral("investigating"), event.happenedAt, {}, event.author, event.id, event.stamp};
    incident.severities.insert(incident.severities.begin(), severity);
    incident.statuses.insert(incident.statuses.begin(), status);
    const std::pair<const char *, QString> fields[] = {{"title", incident.title},
                                                       {"type", incident.type},
                                                       {"impact", incident.impact},
                                                       {"services", incident.services.join(QLatin1Char(','))},
                                                       {"severity", severity.severity},
                                                       {"status", status.status},
                                                       {"source", incident.source},
                                                       {"started_at", {}},
                                                       {"detected_at", {}},
                                                       {"codename", incident.codename}};
    for (const auto &[field, value] : fields)
        state.changed(QLatin1String(field), event, value);
    derive(incident);
}

Row amendedRow(const Incident &, const Event &event)
{
    QString field = textOf(event, "field");
    const QJsonValue value = event.body[QLatin1String("value")];
    const QString shown = value.isDouble() ? toIso(fromMsecs(value.toInteger())) : value.toVariant().toString();
    if (field == QLatin1String("restricted")) {
        const bool is = shown == QLatin1String("true");
        return {QStringLiteral("amended"),
                is ? QStringLiteral("Restricted: its members alone see it") : QStringLiteral("Not restricted any more: everybody sees it"),
                {},
                {}};
    }
    field.replace(QLatin1Char('_'), QLatin1Char(' '));
    field[0] = field.isEmpty() ? QLatin1Char('?') : field[0].toUpper();
    return {QStringLiteral("amended"),
            QStringLiteral("%1 is now “%2”").arg(field, shown.isEmpty() ? QStringLiteral("not known") : shown),
            {},
            {}};
}

// Who restricts it has seen it: they are the first who may go on seeing it.
void restrict(Incident &incident, bool restricted, const QString &author)
{
    incident.restricted = restricted;
    if (restricted && !incident.members.contains(author))
        incident.members << author;
}

void setInstant(std::optional<Instant> &milestone, const Event &event)
{
    milestone = instantOf(event, "value");
}

void amend(State &state, const Event &event)
{
    Incident &incident = state.incident;
    const QString field = textOf(event, "field");
    const QJsonValue value = event.body[QLatin1String("value")];
    static const QHash<QString, QString Incident::*> texts = {{QStringLiteral("title"), &Incident::title},
                                                              {QStringLiteral("type"), &Incident::type},
                                                              {QStringLiteral("impact"), &Incident::impact},
                                                              {QStringLiteral("source"), &Incident::source},
                                                              {QStringLiteral("codename"), &Incident::codename}};
    if (const auto member = texts.constFind(field); member != texts.cend())
        incident.**member = value.toString();
    else if (field == QLatin1String("services"))
        incident.services = value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    else if (field == QLatin1String("started_at"))
        setInstant(incident.milestones.started, event);
    else if (field == QLatin1String("detected_at"))
        setInstant(incident.milestones.detected, event);
    else if (field == QLatin1String("acknowledged_at"))
        setInstant(incident.milestones.acknowledged, event);
    else if (field == QLatin1String("restricted"))
        restrict(incident, value.toBool(), event.author);
    else if (field == QLatin1String("drill"))
        incident.drill = value.toBool();
    state.changed(field, event, value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString());
    derive(incident);
}

Row acknowledgedRow(const Incident &, const Event &event)
{
    return {QStringLiteral("acknowledged"), QStringLiteral("Acknowledged by %1").arg(event.author), {}, {}};
}

void acknowledge(State &state, const Event &event)
{
    std::optional<Instant> &acknowledged = state.incident.milestones.acknowledged;
    const bool corrected = state.incident.setBy.contains(QStringLiteral("acknowledged_at")); // a correction by hand stands
    if (!corrected && (!acknowledged || event.happenedAt < *acknowledged))
        acknowledged = event.happenedAt;
}

Row severityRow(const Incident &before, const Event &event)
{
    const QString reason = textOf(event, "reason");
    const QString name = nameIn(before.rules.severities, textOf(event, "severity"));
    QString text = QStringLiteral("Severity %1 %2").arg(textOf(event, "severity"), name).simplified();
    if (!reason.isEmpty())
        text += QStringLiteral(": ") + reason;
    return {QStringLiteral("severity"), text, textOf(event, "severity"), {}};
}

void lapseApprovals(Incident &incident)
{
    for (UpdateDraft &draft : incident.drafts)
        draft.approvedBy.clear();
}

void changeSeverity(State &state, const Event &event)
{
    insertSpan(state.incident, state.incident.severities,
               SeveritySpan{textOf(event, "severity"), event.happenedAt, textOf(event, "reason"), event.author, event.id, event.stamp});
    state.changed(QStringLiteral("severity"), event, textOf(event, "severity"));
    lapseApprovals(state.incident);
    derive(state.incident);
}

Row statusRow(const Incident &, const Event &event)
{
    QString status = textOf(event, "status");
    const QString note = textOf(event, "note");
    status = status.left(1).toUpper() + status.mid(1);
    return {QStringLiteral("status"), note.isEmpty() ? status : status + QStringLiteral(": ") + note, textOf(event, "status"), {}};
}

void changeStatus(State &state, const Event &event)
{
    insertSpan(state.incident, state.incident.statuses,
               StatusSpan{textOf(event, "status"), event.happenedAt, textOf(event, "note"), event.author, event.id, event.stamp});
    state.changed(QStringLiteral("status"), event, textOf(event, "status"));
    lapseApprovals(state.incident);
    derive(state.incident);
}

Row planRow(const Incident &, const Event &event)
{
    const QString name = event.body[QLatin1String("plan")][QLatin1String("name")].toString();
    return {QStringLiteral("plan"), QStringLiteral("Now runs under “%1”").arg(name), {}, {}};
}

void adoptPlan(State &state, const Event &event)
{
    state.incident.plan = event.body[QLatin1String("plan")].toObject();
    state.incident.rules = Rulebook::fromPlan(state.incident.plan);
}

Row memberRow(const Incident &, const Event &event)
{
    const bool added = event.kind == QLatin1String(kinds::memberAdded);
    const QString said = added ? QStringLiteral("%1 may see this incident now") : QStringLiteral("%1 no longer sees this incident");
    return {QStringLiteral("member"), said.arg(textOf(event, "person")), {}, {}};
}

void addMember(State &state, const Event &event)
{
    const QString person = textOf(event, "person");
    if (!person.isEmpty() && !state.incident.members.contains(person))
        state.incident.members << person;
}

void removeMember(State &state, const Event &event)
{
    state.incident.members.removeAll(textOf(event, "person"));
}

const QString merges = QStringLiteral("merged-into");

Row linkedRow(const Incident &, const Event &event)
{
    QString relation = textOf(event, "relation");
    if (relation == merges)
        return {QStringLiteral("link"), QStringLiteral("Merged into %1").arg(textOf(event, "other")), {}, {}};
    relation.replace(QLatin1Char('-'), QLatin1Char(' '));
    return {QStringLiteral("link"), QStringLiteral("Linked: %1 %2").arg(relation, textOf(event, "other")), {}, {}};
}

void link(State &state, const Event &event)
{
    Incident &incident = state.incident;
    incident.links.push_back({textOf(event, "other"), textOf(event, "relation"), textOf(event, "other_id"), event.id});
    if (incident.links.back().relation != merges)
        return;
    const QString note = QStringLiteral("Merged into %1").arg(textOf(event, "other"));
    insertSpan(incident, incident.statuses,
               StatusSpan{QStringLiteral("closed"), event.happenedAt, note, event.author, event.id, event.stamp});
    lapseApprovals(incident);
    derive(incident);
}

Row unlinkedRow(const Incident &before, const Event &event)
{
    const EventId id = idOf(event, "link");
    const auto link = std::find_if(before.links.begin(), before.links.end(), [&id](const IncidentLink &item) { return item.event == id; });
    if (link == before.links.end())
        return {};
    const QString said = link->relation == merges ? QStringLiteral("No longer merged into %1") : QStringLiteral("No longer linked: %1");
    return {QStringLiteral("link"), said.arg(link->other), {}, id};
}

void unlink(State &state, const Event &event)
{
    const EventId id = idOf(event, "link");
    std::erase_if(state.incident.links, [&id](const IncidentLink &link) { return link.event == id; });
    if (std::erase_if(state.incident.statuses, [&id](const StatusSpan &span) { return span.event == id; }) > 0) // it had merged
        derive(state.incident);
}

} // namespace

const std::vector<Rule> incidentRules = {
    {kinds::declared, declaredRow, declare},
    {kinds::amended, amendedRow, amend},
    {kinds::acknowledged, acknowledgedRow, acknowledge},
    {kinds::severityChanged, severityRow, changeSeverity},
    {kinds::statusChanged, statusRow, changeStatus},
    {kinds::planAdopted, planRow, adoptPlan},
    {kinds::memberAdded, memberRow, addMember},
    {kinds::memberRemoved, memberRow, removeMember},
    {kinds::linked, linkedRow, link},
    {kinds::unlinked, unlinkedRow, unlink},
};

} // namespace qd::foldrules
