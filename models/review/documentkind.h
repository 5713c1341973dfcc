#pragma once
// What document is made of an incident, and for whom.

namespace qd::review {

enum class DocumentKind {
    Postmortem,
    Agenda,   // of the meeting about it
    Briefing, // situation, objectives, actions, organisation, resources: for those who take it over
};

enum class Edition {
    Internal, // everything but what was redacted
    External, // without what is marked internal; people are named by their role
};

} // namespace qd::review
