#pragma once
// Times as people type them.

#include "models/core/result.h"
#include "models/core/time.h"

namespace qd {

struct TypedTime
{
    Instant at{};
    QString zone;             // as typed or assumed: "UTC", "Europe/Berlin", "+02:00"
    bool approximate = false; // "about 14:05", "~14:05"
    bool operator==(const TypedTime &) const = default;
};

// ISO 8601 with a zone; or read in `zone`: `now`, `14:32`, `14:32:10`, `1403z` (UTC), `-5m`, `-1h30m`, `yesterday 23:50`,
// `2026-11-21 14:32`, each also after `about` or `~`. A clock time that comes twice when summer time ends is the later one that is not after
// `now`. Refused (Usage): what is no time, and a clock time that summer time skips. A future time is read; the Desk refuses it.
[[nodiscard]] Result<TypedTime> readTime(const QString &text, Instant now, const QTimeZone &zone);

} // namespace qd
