#pragma once
// Durations as people and plans write them.

#include "models/core/time.h"

namespace qd {

// `90s`, `5m`, `1h30m`, `48h`, `2d`, `1w`, also with blanks between; a day is 24 hours. Absent: it is none.
[[nodiscard]] std::optional<Duration> readDuration(QStringView text);
[[nodiscard]] QString writeDuration(Duration duration);  // its inverse, to the second: "1h30m"; nothing is "0m"
[[nodiscard]] QString spokenDuration(Duration duration); // for people: "1 h 30 min", "45 s", "2 d 3 h"

} // namespace qd
