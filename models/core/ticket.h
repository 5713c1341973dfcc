#pragma once
// Where an action item is followed up elsewhere: an address, or the name of a ticket as people say it ("OPS-123").

#include "models/core/result.h"

#include <QUrl>

namespace qd {

inline constexpr qsizetype longestTicket = 2000;

[[nodiscard]] QUrl ticketLink(const QString &ticket);                    // http or https with a host; not valid: the text is no address
[[nodiscard]] std::optional<Error> ticketProblem(const QString &ticket); // what cannot stand as one, and what would be right

} // namespace qd
