#pragma once
// The plan's roles as rows: who holds each, since when; an empty required seat is an alarm.

#include "models/clocks/clocks.h"
#include "models/items/card.h"

namespace qd::items {

// `clocks` say which empty seats are required, and since when they are empty. A role that is offered to `me` stands out.
[[nodiscard]] Cards roleCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now, const QString &me = {});
[[nodiscard]] const HandoverOffer *offerOf(const Incident &incident, const QString &role);   // that is not accepted yet; nullptr: none
[[nodiscard]] const HandoverOffer *offerTo(const Incident &incident, const QString &person); // the first; nullptr: none
[[nodiscard]] bool isSamePerson(const QString &one, const QString &other);                   // however the name is capitalised
[[nodiscard]] QString roleSummary(const Incident &incident, const std::vector<clocks::Countdown> &clocks, const QString &me = {});

} // namespace qd::items
