#pragma once
// What of an incident is given to whom: a copy from which a document of that edition can be made, whatever the document is.

#include "models/core/incident.h"
#include "models/review/documentkind.h"

namespace qd::review {

// An entry of an external edition that is not told: all that is left of it is when it was, so that what is computed from the timeline
// (the longest silence) stays true. Nothing shows it.
inline constexpr QLatin1String withheld("withheld");

// External: without internal entries and what hangs on them (asks, attachments, quotes in sections), entries that were taken back, the review
// and its comments, drafts, earlier versions and links to other incidents; people are called by their roles; a restricted incident has its
// codename for a title. Sections that are internal are the document's to leave out (DraftSection::internal).
[[nodiscard]] Incident editionOf(const Incident &incident, Edition edition);

[[nodiscard]] QString titleOf(const Incident &incident, Edition edition);
[[nodiscard]] QString fileStem(const Incident &incident); // its reference, or the codename of a restricted one, as a file may be called

} // namespace qd::review
