#pragma once
// Every key of the plan format, once. Reader, writer and JSON walk this table, so none of them can forget a key.
//
// A visitor has `required(key, value)` and `field(key, value)`; `severities(key, ids)` is a list that may be written `all`.

#include "models/plan/plan.h"

#include <concepts>

namespace qd::plan {

template<class S, class T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

template<class V> void fields(V &v, Is<Severity> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("definition", s.definition), v.field("examples", s.examples);
    v.field("requirements", s.requirements), v.field("notify", s.notify), v.field("coverage", s.coverage);
    v.field("respond_within", s.respondWithin), v.field("resolve_within", s.resolveWithin);
    v.field("postmortem_required", s.postmortemRequired), v.field("postmortem_within", s.postmortemWithin);
    v.field("postmortem_document_within", s.postmortemDocumentWithin);
    v.field("conflicts", s.conflicts), v.field("lines", s.lines);
}

template<class V> void fields(V &v, Is<Cadence> auto &s)
{
    v.field("first_within", s.firstWithin), v.field("every", s.every);
}

template<class V> void fields(V &v, Is<Audience> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("channel", s.channel), v.field("external", s.external);
    v.field("guidance", s.guidance), v.field("cadence", s.cadences);
}

template<class V> void fields(V &v, Is<Role> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("abbrev", s.abbrev), v.field("purpose", s.purpose);
    v.field("taken_by", s.takenBy), v.field("duties", s.duties), v.severities("required_at", s.requiredAt);
}

template<class V> void fields(V &v, Is<Step> auto &s)
{
    v.required("title", s.title), v.field("items", s.items), v.field("command", s.command);
}

template<class V> void fields(V &v, Is<Phase> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("starts_after", s.startsAfter), v.field("ends_after", s.endsAfter);
    v.field("tools", s.tools), v.field("steps", s.steps);
}

template<class V> void fields(V &v, Is<EscalationStep> auto &s)
{
    v.required("id", s.id), v.severities("severities", s.severities), v.field("step", s.step), v.required("who", s.who);
    v.field("after", s.after), v.field("condition", s.condition), v.field("types", s.types);
    v.field("after_resolve_target", s.afterResolveTarget), v.field("channels", s.channels);
}

template<class V> void fields(V &v, Is<Template> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("audience", s.audience), v.field("stage", s.stage);
    v.required("body", s.body);
}

template<class V> void fields(V &v, Is<Checklist> auto &s)
{
    v.required("id", s.id), v.required("title", s.title), v.required("items", s.items);
}

template<class V> void fields(V &v, Is<Scenario> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("type", s.type), v.field("symptoms", s.symptoms);
    v.field("words", s.words), v.field("steps", s.steps), v.field("mitigation", s.mitigation), v.field("commands", s.commands);
    v.field("runbook", s.runbook);
}

template<class V> void fields(V &v, Is<Rollback> auto &s)
{
    v.field("criteria", s.criteria), v.field("steps", s.steps);
}

template<class V> void fields(V &v, Is<OnCall> auto &s)
{
    v.field("schedule", s.schedule), v.field("coverage", s.coverage), v.field("primary", s.primary);
    v.field("secondary", s.secondary), v.field("duties", s.duties), v.field("before", s.before), v.field("during", s.during);
    v.field("after", s.after), v.field("handoff", s.handoff);
}

template<class V> void fields(V &v, Is<Section> auto &s)
{
    v.required("id", s.id), v.required("title", s.title), v.field("prompts", s.prompts), v.field("fill", s.fill);
    v.field("required", s.required);
}

template<class V> void fields(V &v, Is<AgendaItem> auto &s) { v.required("title", s.title), v.field("length", s.length); }

template<class V> void fields(V &v, Is<Horizon> auto &s)
{
    v.required("id", s.id), v.field("within", s.within), v.field("examples", s.examples);
}

template<class V> void fields(V &v, Is<Postmortem> auto &s)
{
    v.field("sections", s.sections), v.field("agenda", s.agenda), v.field("meeting_length", s.meetingLength);
    v.field("attendees", s.attendees), v.field("guidelines", s.guidelines), v.field("follow_up", s.followUp);
    v.field("horizons", s.horizons);
}

template<class V> void fields(V &v, Is<Metric> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("definition", s.definition), v.field("from", s.from);
    v.field("to", s.to), v.field("targets", s.targets);
}

template<class V> void fields(V &v, Is<Link> auto &s)
{
    v.field("group", s.group), v.required("name", s.name), v.field("where", s.where);
}

template<class V> void fields(V &v, Is<Note> auto &s) { v.required("title", s.title), v.field("items", s.items); }
template<class V> void fields(V &v, Is<Conflict> auto &s) { v.required("what", s.what), v.field("lines", s.lines); }
template<class V> void fields(V &v, Is<Unread> auto &s) { v.field("line", s.line), v.required("text", s.text); }

template<class V> void fields(V &v, Is<Plan> auto &s)
{
    v.required("id", s.id), v.required("name", s.name), v.field("version", s.version), v.field("summary", s.summary);
    v.field("zone", s.zone), v.field("calendar", s.calendar), v.field("origin", s.origin);
    v.field("stability_watch", s.stabilityWatch), v.field("warn_at", s.warnAt), v.field("types", s.types);
    v.field("detection", s.detection), v.required("severities", s.severities), v.field("audiences", s.audiences);
    v.field("roles", s.roles), v.field("phases", s.phases), v.field("escalation", s.escalation);
    v.field("templates", s.templates), v.field("checklists", s.checklists), v.field("scenarios", s.scenarios);
    v.field("rollback", s.rollback), v.field("on_call", s.onCall), v.field("postmortem", s.postmortem);
    v.field("metrics", s.metrics), v.field("links", s.links), v.field("notes", s.notes), v.field("conflicts", s.conflicts);
    v.field("unread", s.unread);
}

} // namespace qd::plan
