#pragma once
// Every key of the plan format, once. Reader, writer and JSON walk this table, so none of them can forget a key.
//
// A visitor has `required(key, value)` and `field(key, value)`, which give the visitor back; `severities(key, ids)` is a list that may be
// written `all`.

#include "models/plan/plan.h"

#include <concepts>

namespace qd::plan {

template<class S, class T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

void fields(auto &v, Is<Severity> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("definition", s.definition).field("examples", s.examples);
    v.field("requirements", s.requirements).field("notify", s.notify).field("coverage", s.coverage);
    v.field("respond_within", s.respondWithin).field("resolve_within", s.resolveWithin);
    v.field("postmortem_required", s.postmortemRequired).field("postmortem_within", s.postmortemWithin);
    v.field("postmortem_document_within", s.postmortemDocumentWithin);
    v.field("conflicts", s.conflicts).field("lines", s.lines);
}

void fields(auto &v, Is<Cadence> auto &s)
{
    v.field("first_within", s.firstWithin).field("every", s.every);
}

void fields(auto &v, Is<Audience> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("channel", s.channel).field("external", s.external);
    v.field("guidance", s.guidance).field("cadence", s.cadences);
}

void fields(auto &v, Is<Role> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("abbrev", s.abbrev).field("purpose", s.purpose);
    v.field("taken_by", s.takenBy).field("duties", s.duties).severities("required_at", s.requiredAt);
}

void fields(auto &v, Is<Step> auto &s)
{
    v.required("title", s.title).field("items", s.items).field("command", s.command);
}

void fields(auto &v, Is<Phase> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("starts_after", s.startsAfter).field("ends_after", s.endsAfter);
    v.field("tools", s.tools).field("steps", s.steps);
}

void fields(auto &v, Is<EscalationStep> auto &s)
{
    v.required("id", s.id).severities("severities", s.severities).field("step", s.step).required("who", s.who);
    v.field("after", s.after).field("condition", s.condition).field("types", s.types);
    v.field("after_resolve_target", s.afterResolveTarget).field("channels", s.channels);
}

void fields(auto &v, Is<Template> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("audience", s.audience).field("stage", s.stage);
    v.required("body", s.body);
}

void fields(auto &v, Is<Checklist> auto &s)
{
    v.required("id", s.id).required("title", s.title).required("items", s.items);
}

void fields(auto &v, Is<Scenario> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("type", s.type).field("symptoms", s.symptoms);
    v.field("words", s.words).field("steps", s.steps).field("mitigation", s.mitigation).field("commands", s.commands);
    v.field("runbook", s.runbook);
}

void fields(auto &v, Is<Rollback> auto &s)
{
    v.field("criteria", s.criteria).field("steps", s.steps);
}

void fields(auto &v, Is<OnCall> auto &s)
{
    v.field("schedule", s.schedule).field("coverage", s.coverage).field("primary", s.primary);
    v.field("secondary", s.secondary).field("duties", s.duties).field("before", s.before).field("during", s.during);
    v.field("after", s.after).field("handoff", s.handoff);
}

void fields(auto &v, Is<Section> auto &s)
{
    v.required("id", s.id).required("title", s.title).field("prompts", s.prompts).field("fill", s.fill);
    v.field("required", s.required).field("internal", s.internal);
}

void fields(auto &v, Is<AgendaItem> auto &s)
{
    v.required("title", s.title).field("length", s.length);
}

void fields(auto &v, Is<Horizon> auto &s)
{
    v.required("id", s.id).field("within", s.within).field("examples", s.examples);
}

void fields(auto &v, Is<Postmortem> auto &s)
{
    v.field("within", s.within).field("sections", s.sections).field("agenda", s.agenda).field("meeting_length", s.meetingLength);
    v.field("attendees", s.attendees).field("guidelines", s.guidelines).field("follow_up", s.followUp);
    v.field("horizons", s.horizons);
}

void fields(auto &v, Is<Metric> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("definition", s.definition).field("from", s.from);
    v.field("to", s.to).field("targets", s.targets);
}

void fields(auto &v, Is<Link> auto &s)
{
    v.field("group", s.group).required("name", s.name).field("where", s.where);
}
void fields(auto &v, Is<Note> auto &s)
{
    v.required("title", s.title).field("items", s.items);
}
void fields(auto &v, Is<Conflict> auto &s)
{
    v.required("what", s.what).field("path", s.path).field("values", s.values).field("lines", s.lines);
}
void fields(auto &v, Is<Unread> auto &s)
{
    v.field("line", s.line).required("text", s.text);
}

void fields(auto &v, Is<Plan> auto &s)
{
    v.required("id", s.id).required("name", s.name).field("version", s.version).field("summary", s.summary);
    v.field("zone", s.zone).field("calendar", s.calendar).field("origin", s.origin);
    v.field("stability_watch", s.stabilityWatch).field("warn_at", s.warnAt).field("types", s.types);
    v.field("detection", s.detection).required("severities", s.severities).field("audiences", s.audiences);
    v.field("roles", s.roles).field("phases", s.phases).field("escalation", s.escalation);
    v.field("templates", s.templates).field("checklists", s.checklists).field("scenarios", s.scenarios);
    v.field("rollback", s.rollback).field("on_call", s.onCall).field("postmortem", s.postmortem);
    v.field("metrics", s.metrics).field("links", s.links).field("notes", s.notes).field("conflicts", s.conflicts);
    v.field("unread", s.unread).field("lines", s.lines);
}

} // namespace qd::plan
