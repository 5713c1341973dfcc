#pragma once
// The kinds of event and the fields of their bodies. `base` in a body is the id of the event that last set the same thing as its author
// saw it; where the fold finds another, two people changed one thing without having seen each other.

namespace qd::kinds {

// ref, title, severity ("" is not known yet), plan {…}, type, services[], impact, source, started_at?, detected_at?, drill, restricted, codename
inline constexpr char declared[] = "incident.declared";
inline constexpr char amended[] = "incident.amended";               // field, value, base
inline constexpr char acknowledged[] = "incident.acknowledged";     // (happened_at says when)
inline constexpr char linked[] = "incident.linked";                 // other, other_id?, relation: related duplicate caused-by merged-into merged-from
inline constexpr char unlinked[] = "incident.unlinked";             // link: the event that linked
inline constexpr char memberAdded[] = "member.added";               // person: may see an incident that is restricted
inline constexpr char memberRemoved[] = "member.removed";           // person
inline constexpr char planAdopted[] = "plan.adopted";               // plan {…}
inline constexpr char severityChanged[] = "severity.changed";       // severity, reason, base
inline constexpr char statusChanged[] = "status.changed";           // status, note, base
inline constexpr char roleAssigned[] = "role.assigned";             // role, name, brief, base
inline constexpr char handoverOffered[] = "handover.offered";       // role, to, brief
inline constexpr char roleHandedOver[] = "role.handed_over";        // role, name, brief, base: an offer that was accepted
inline constexpr char roleReleased[] = "role.released";             // role, base
inline constexpr char entryLogged[] = "entry.logged";               // kind, text, tags[], people[], zone, approximate, attachments[]
inline constexpr char entryAmended[] = "entry.amended";             // entry, text?, at?, reason, base
inline constexpr char entryRedacted[] = "entry.redacted";           // entry, reason
inline constexpr char entryPinned[] = "entry.pinned";               // entry, pinned
inline constexpr char entryMarked[] = "entry.marked";               // entry, internal
inline constexpr char hypothesisSettled[] = "hypothesis.settled";   // entry, state: confirmed ruled-out open; note, base
inline constexpr char askMade[] = "ask.made";                       // who, text, within (seconds)?
inline constexpr char askAnswered[] = "ask.answered";               // ask, answer, state: done dropped extended; within?
inline constexpr char checkTicked[] = "check.ticked";               // list, item, done
inline constexpr char scenarioAttached[] = "scenario.attached";     // scenario, name, attached
inline constexpr char updateDrafted[] = "update.drafted";           // audience, text, template
inline constexpr char updateApproved[] = "update.approved";         // audience
inline constexpr char updateSent[] = "update.sent";                 // audience, text, template, channel, approved_by
inline constexpr char clockPaused[] = "clock.paused";               // clock, reason
inline constexpr char clockResumed[] = "clock.resumed";             // clock
inline constexpr char clockSnoozed[] = "clock.snoozed";             // clock, for (seconds), reason
inline constexpr char clockWaived[] = "clock.waived";               // clock, reason
inline constexpr char escalationRaised[] = "escalation.raised";     // step, who, channel
inline constexpr char actionAdded[] = "action.added";               // text, owner, due ("2026-12-01"), category, horizon, ticket
inline constexpr char actionChanged[] = "action.changed";           // action, and the fields that change, state: open done dropped
inline constexpr char postmortemWritten[] = "postmortem.written";   // section, text, base, bases[]: every version that it is written on top of
inline constexpr char postmortemMoved[] = "postmortem.moved";       // state: draft review final; knew {console: stamp} of a final one
inline constexpr char postmortemMarked[] = "postmortem.marked";     // section, internal
inline constexpr char reviewAsked[] = "postmortem.review_asked";    // who, asked: false takes it back
inline constexpr char reviewGiven[] = "postmortem.reviewed";        // verdict: approved changes; note
inline constexpr char commented[] = "postmortem.commented";         // section, text, quote, about?: the comment that it answers
inline constexpr char commentSettled[] = "postmortem.comment_settled"; // comment, resolved
inline constexpr char findingDismissed[] = "finding.dismissed";     // finding, reason, dismissed: false takes it back
inline constexpr char attachmentAdded[] = "attachment.added";       // sha256, name, mime, size, entry?
inline constexpr char eventUndone[] = "event.undone";               // event
inline constexpr char eventRedone[] = "event.redone";               // event

} // namespace qd::kinds
