#pragma once
// An event as a line of a bundle: a JSON object with the fields of the log by their names, times in milliseconds UTC, hashes in hex, and the
// body as one string, so that not a byte of it changes. A body that was redacted is null.

#include "models/core/carriedevent.h"
#include "models/core/result.h"

namespace qd::exchange {

[[nodiscard]] QByteArray bundleLine(const CarriedEvent &carried); // without the line's end
// Fields of the right kind; whether the hashes are those of the event is not looked at. The sentence says what is wrong.
[[nodiscard]] Result<CarriedEvent> readBundleLine(const QByteArray &line);

} // namespace qd::exchange
