#pragma once
// How the review words what it found: lengths, times, names.

#include "models/review/review.h"

namespace qd::review {

[[nodiscard]] QString lengthText(const Length &length);             // "1 h 12 min", "not known", or that it is impossible
[[nodiscard]] QString timeText(Instant at, const QTimeZone &zone);  // "2026-11-21 14:02", with the seconds where there are any
[[nodiscard]] QString zonedText(Instant at, const QTimeZone &zone); // "2026-11-21 14:02 (Europe/Berlin), 13:02 UTC"
[[nodiscard]] QString zoneName(const QTimeZone &zone);              // "Europe/Berlin", "UTC"
[[nodiscard]] bool isUtc(const QTimeZone &zone);

[[nodiscard]] QString severityText(const Incident &incident, const QString &severity); // "P0 Critical"; "not known"
[[nodiscard]] QString statusText(const QString &status);                               // "Investigating"
[[nodiscard]] QString roleText(const Incident &incident, const QString &role);
[[nodiscard]] QString audienceText(const Incident &incident, const QString &audience);
[[nodiscard]] QString commanderRole(const Incident &incident);                               // the id of the role that commands
[[nodiscard]] QString listText(const QStringList &items);                                    // "a, b and c"
[[nodiscard]] QString numberText(qsizetype number, const QString &one, const QString &many); // "1 ask", "2 asks"

// When the work on it ended: resolved, else closed, else now.
[[nodiscard]] Instant workEnd(const Incident &incident, Instant now);
[[nodiscard]] std::optional<Instant> workStart(const Incident &incident); // detected, else declared

} // namespace qd::review
