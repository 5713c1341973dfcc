#pragma once
// Which incidents name which: read on from projection.links_to, inside a transaction.

#include "models/core/linkedincident.h"
#include "models/journal/connection.h"

#include <vector>

namespace qd::journal {

[[nodiscard]] Result<void> projectLinks(Connection &connection, qint64 upTo);
[[nodiscard]] Result<void> forgetLinks(Connection &connection);

// Its own links, as the state has them, then those of others that name it. What is linked twice in one way stands there once.
[[nodiscard]] Result<std::vector<LinkedIncident>> readLinks(Connection &connection, const IncidentId &incident, const QString &ref,
                                                            const std::vector<IncidentLink> &own);

} // namespace qd::journal
