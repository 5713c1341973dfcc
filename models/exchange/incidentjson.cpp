#include "models/exchange/incidentjson.h"

#include "models/review/edition.h"
#include "models/review/spans.h"

namespace qd::exchange {
namespace {

QJsonValue timeJson(const std::optional<Instant> &at)
{
    return at ? QJsonValue(toIso(*at)) : QJsonValue(QJsonValue::Null);
}

QJsonValue secondsJson(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(toSeconds(*duration)) : QJsonValue(QJsonValue::Null);
}

QJsonObject durationsJson(const Incident &incident)
{
    const review::Durations lengths = review::durations(incident);
    return {{QStringLiteral("to_detect"), secondsJson(lengths.toDetect.value)},
            {QStringLiteral("to_acknowledge"), secondsJson(lengths.toAcknowledge.value)},
            {QStringLiteral("to_identify"), secondsJson(lengths.toIdentify.value)},
            {QStringLiteral("to_mitigate"), secondsJson(lengths.toMitigate.value)},
            {QStringLiteral("to_resolve"), secondsJson(lengths.toResolve.value)},
            {QStringLiteral("total"), secondsJson(lengths.total.value)}};
}

QJsonObject rolesJson(const Incident &incident)
{
    QJsonObject roles;
    for (const RoleSpan &span : incident.roles) {
        if (const QString holder = incident.holder(span.role); !holder.isEmpty())
            roles.insert(span.role, holder);
    }
    return roles;
}

QJsonArray tenuresJson(const Incident &incident)
{
    QJsonArray all;
    for (const review::Tenure &tenure : review::tenures(incident)) {
        all.append(QJsonObject{{QStringLiteral("role"), tenure.role},
                               {QStringLiteral("holder"), tenure.holder},
                               {QStringLiteral("from"), toIso(tenure.from)},
                               {QStringLiteral("until"), timeJson(tenure.to)},
                               {QStringLiteral("handed_over"), tenure.handedOver},
                               {QStringLiteral("brief"), tenure.brief}});
    }
    return all;
}

QJsonArray severitiesJson(const Incident &incident)
{
    QJsonArray all;
    for (const SeveritySpan &span : incident.severities)
        all.append(QJsonObject{{QStringLiteral("severity"), span.severity},
                               {QStringLiteral("from"), toIso(span.from)},
                               {QStringLiteral("reason"), span.reason},
                               {QStringLiteral("by"), span.by}});
    return all;
}

QJsonArray statusesJson(const Incident &incident)
{
    QJsonArray all;
    for (const StatusSpan &span : incident.statuses)
        all.append(QJsonObject{{QStringLiteral("status"), span.status},
                               {QStringLiteral("from"), toIso(span.from)},
                               {QStringLiteral("note"), span.note},
                               {QStringLiteral("by"), span.by}});
    return all;
}

QJsonArray checksJson(const Incident &incident)
{
    QJsonArray all;
    for (const Check &check : incident.checks)
        all.append(QJsonObject{{QStringLiteral("list"), check.list},
                               {QStringLiteral("item"), check.item},
                               {QStringLiteral("by"), check.by},
                               {QStringLiteral("at"), toIso(check.at)}});
    return all;
}

QJsonArray asksJson(const Incident &incident)
{
    QJsonArray all;
    for (const Ask &ask : incident.asks)
        all.append(QJsonObject{{QStringLiteral("id"), ask.id.toString()},
                               {QStringLiteral("who"), ask.who},
                               {QStringLiteral("text"), ask.text},
                               {QStringLiteral("by"), ask.by},
                               {QStringLiteral("at"), toIso(ask.at)},
                               {QStringLiteral("within"), secondsJson(ask.within)},
                               {QStringLiteral("state"), ask.state},
                               {QStringLiteral("answer"), ask.answer},
                               {QStringLiteral("answered_at"), timeJson(ask.answeredAt)}});
    return all;
}

QJsonArray updatesJson(const Incident &incident)
{
    QJsonArray all;
    for (const SentUpdate &update : incident.updates)
        all.append(QJsonObject{{QStringLiteral("id"), update.id.toString()},
                               {QStringLiteral("audience"), update.audience},
                               {QStringLiteral("text"), update.text},
                               {QStringLiteral("template"), update.templateId},
                               {QStringLiteral("by"), update.by},
                               {QStringLiteral("approved_by"), update.approvedBy},
                               {QStringLiteral("at"), toIso(update.at)}});
    return all;
}

QJsonArray conflictsJson(const Incident &incident)
{
    QJsonArray all;
    for (const FieldConflict &conflict : incident.conflicts) {
        QJsonArray values;
        for (const ConflictValue &value : conflict.values)
            values.append(QJsonObject{{QStringLiteral("value"), value.value},
                                      {QStringLiteral("by"), value.by},
                                      {QStringLiteral("at"), toIso(value.at)},
                                      {QStringLiteral("event"), value.event.toString()}});
        all.append(QJsonObject{{QStringLiteral("field"), conflict.field}, {QStringLiteral("values"), values}});
    }
    return all;
}

QJsonArray escalationsJson(const Incident &incident)
{
    QJsonArray all;
    for (const RaisedEscalation &raised : incident.escalations)
        all.append(QJsonObject{{QStringLiteral("step"), raised.step},
                               {QStringLiteral("who"), raised.who},
                               {QStringLiteral("by"), raised.by},
                               {QStringLiteral("at"), toIso(raised.at)}});
    return all;
}

QJsonArray linksJson(const Incident &incident)
{
    QJsonArray all;
    for (const IncidentLink &link : incident.links)
        all.append(QJsonObject{{QStringLiteral("other"), link.other}, {QStringLiteral("relation"), link.relation}});
    return all;
}

void addMilestones(QJsonObject &json, const Milestones &at)
{
    const std::pair<const char *, std::optional<Instant>> all[] = {{"started_at", at.started},       {"detected_at", at.detected},
                                                                   {"declared_at", at.declared},     {"acknowledged_at", at.acknowledged},
                                                                   {"identified_at", at.identified}, {"mitigated_at", at.mitigated},
                                                                   {"resolved_at", at.resolved},     {"closed_at", at.closed}};
    for (const auto &[key, time] : all)
        json.insert(QLatin1String(key), timeJson(time));
}

} // namespace

QJsonObject incidentJson(const plan::Plan &plan, const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now)
{
    QJsonObject json{{QStringLiteral("ref"), incident.ref},
                     {QStringLiteral("id"), incident.id.toString()},
                     {QStringLiteral("title"), incident.title},
                     {QStringLiteral("plan"), plan.id.isEmpty() ? incident.rules.planId : plan.id},
                     {QStringLiteral("severity"), incident.severity},
                     {QStringLiteral("status"), incident.status},
                     {QStringLiteral("type"), incident.type},
                     {QStringLiteral("services"), QJsonArray::fromStringList(incident.services)},
                     {QStringLiteral("impact"), incident.impact},
                     {QStringLiteral("source"), incident.source},
                     {QStringLiteral("codename"), incident.codename},
                     {QStringLiteral("drill"), incident.drill},
                     {QStringLiteral("restricted"), incident.restricted},
                     {QStringLiteral("members"), QJsonArray::fromStringList(incident.members)}};
    addMilestones(json, incident.milestones);
    const std::pair<const char *, QJsonValue> parts[] = {{"durations", durationsJson(incident)},
                                                         {"roles", rolesJson(incident)},
                                                         {"role_spans", tenuresJson(incident)},
                                                         {"severities", severitiesJson(incident)},
                                                         {"statuses", statusesJson(incident)},
                                                         {"timeline", timelineJson(incident)},
                                                         {"clocks", clocksJson(clocks)},
                                                         {"actions", actionsJson(review::actionsOf(plan, incident, now))},
                                                         {"checks", checksJson(incident)},
                                                         {"asks", asksJson(incident)},
                                                         {"updates", updatesJson(incident)},
                                                         {"escalations", escalationsJson(incident)},
                                                         {"links", linksJson(incident)},
                                                         {"merged_into", incident.mergedInto().isEmpty() ? QJsonValue()
                                                                                                          : QJsonValue(incident.mergedInto())},
                                                         {"scenarios", QJsonArray::fromStringList(incident.scenarios)},
                                                         {"conflicts", conflictsJson(incident)},
                                                         {"postmortem", incident.postmortemState},
                                                         {"as_of", toIso(now)}};
    for (const auto &[key, value] : parts)
        json.insert(QLatin1String(key), value);
    return json;
}

QJsonObject entryJson(const TimelineEntry &entry)
{
    QJsonObject json{{QStringLiteral("id"), entry.id.toString()},
                     {QStringLiteral("at"), toIso(entry.at)},
                     {QStringLiteral("recorded_at"), toIso(entry.recordedAt)},
                     {QStringLiteral("kind"), entry.kind},
                     {QStringLiteral("text"), entry.redacted ? QString() : entry.text},
                     {QStringLiteral("author"), entry.author},
                     {QStringLiteral("zone"), entry.zone},
                     {QStringLiteral("approximate"), entry.approximate},
                     {QStringLiteral("late"), entry.late},
                     {QStringLiteral("edited"), entry.edited},
                     {QStringLiteral("redacted"), entry.redacted},
                     {QStringLiteral("pinned"), entry.pinned},
                     {QStringLiteral("undone"), entry.undone},
                     {QStringLiteral("internal"), entry.internal},
                     {QStringLiteral("tags"), QJsonArray::fromStringList(entry.tags)},
                     {QStringLiteral("people"), QJsonArray::fromStringList(entry.people)},
                     {QStringLiteral("attachments"), QJsonArray::fromStringList(entry.attachments)}};
    if (entry.kind == QLatin1String("hypothesis"))
        json.insert(QStringLiteral("state"), entry.settlement.state);
    return json;
}

QJsonArray timelineJson(const Incident &incident)
{
    QJsonArray all;
    for (const int index : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(index)];
        if (entry.kind != review::withheld)
            all.append(entryJson(entry));
    }
    return all;
}

QJsonArray clocksJson(const std::vector<clocks::Countdown> &clocks)
{
    QJsonArray all;
    for (const clocks::Countdown &clock : clocks)
        all.append(QJsonObject{{QStringLiteral("id"), clock.id},
                               {QStringLiteral("label"), clock.label},
                               {QStringLiteral("kind"), clock.kind},
                               {QStringLiteral("detail"), clock.detail},
                               {QStringLiteral("subject"), clock.subject},
                               {QStringLiteral("started_at"), toIso(clock.startedAt)},
                               {QStringLiteral("due_at"), timeJson(clock.dueAt)},
                               {QStringLiteral("state"), clocks::stateName(clock.state)},
                               {QStringLiteral("met_at"), timeJson(clock.metAt)},
                               {QStringLiteral("late_by"), toSeconds(clock.lateBy)},
                               {QStringLiteral("words"), clock.words},
                               {QStringLiteral("reason"), clock.reason},
                               {QStringLiteral("snoozed_until"), timeJson(clock.snoozedUntil)}});
    return all;
}

} // namespace qd::exchange
