#pragma once
// What the record gives for a section of the post-mortem, as Markdown.

#include "models/review/review.h"

namespace qd::review {

// `fill`: summary impact timeline durations roles actions metrics. Empty: the record says nothing, or there is no such filling.
[[nodiscard]] QString fillFromRecord(const QString &fill, const plan::Plan &plan, const Incident &incident, Instant now);

// A filling that a document must hold even where a person wrote the section in their own words.
[[nodiscard]] bool isRecord(const QString &fill);

[[nodiscard]] QString filledBy(const plan::Section &section); // its own `fill`, else the one that its title asks for; empty: a person
[[nodiscard]] std::vector<plan::Section> allSections(const plan::Plan &plan); // the plan's own, then the standard ones that they leave out

// The standing text of a section, and beneath it what the record holds and the text does not.
[[nodiscard]] QString withRecord(const DraftSection &section, const plan::Plan &plan, const Incident &incident, Instant now);

} // namespace qd::review
