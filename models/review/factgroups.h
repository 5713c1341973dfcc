#pragma once
// The facts, a function a group: each appends what it finds.

#include "models/review/review.h"

namespace qd::review {

struct FactSource
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now{};
    std::vector<clocks::Countdown> clocks;
};

[[nodiscard]] FactSource factSource(const plan::Plan &plan, const Incident &incident, Instant now);

void addDurationFacts(const FactSource &source, std::vector<Fact> &all); // against their targets
void addClockFacts(const FactSource &source, std::vector<Fact> &all);    // what was missed and by how much
void addSpanFacts(const FactSource &source, std::vector<Fact> &all);     // time in each severity and status
void addCommandFacts(const FactSource &source, std::vector<Fact> &all);  // time without a commander, longest silence, who held what
void addUpdateFacts(const FactSource &source, std::vector<Fact> &all);   // first update to each audience; late and skipped ones
void addAskFacts(const FactSource &source, std::vector<Fact> &all);

} // namespace qd::review
