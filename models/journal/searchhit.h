#pragma once

#include "models/core/ids.h"

#include <QString>

#include <limits>
#include <optional>

namespace qd {

struct SearchHit
{
    qint64 position = 0; // in the order of arrival; the next page is searched `before` the last hit's
    EventId event;       // the line of the timeline that was found
    IncidentId incident;
    QString ref;
    Instant at{}; // happened
    QString text; // as it stands now, amended; cut around the first word that was found when it is long
    bool operator==(const SearchHit &) const = default;
};

struct SearchQuery
{
    QString words; // every word must be there, the last one may be a beginning; nothing in it is syntax
    std::optional<IncidentId> incident;
    int limit = 50;
    qint64 before = std::numeric_limits<qint64>::max(); // only hits at a lower position
};

} // namespace qd
