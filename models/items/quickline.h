#pragma once
// Work typed on one line, as in the scribe's: `@lee 10m check the replica lag`, `Alert on queue depth @lee friday #detect`.

#include "models/core/result.h"
#include "models/core/time.h"

#include <QDate>

#include <optional>

namespace qd::items {

struct AskLine
{
    QString who;
    QString text;
    std::optional<Duration> within;
    bool operator==(const AskLine &) const = default;
};

struct ActionLine
{
    QString text;
    QString owner;
    QString due;      // "2026-12-01"
    QString category; // prevent, detect, respond
    bool operator==(const ActionLine &) const = default;
};

// Who comes first (with or without @), then how long it may take, if at all, then what is to be done.
[[nodiscard]] Result<AskLine> readAskLine(const QString &line);

// Words anywhere in the line: @owner; a date (2026-12-01, today, tomorrow, friday, +2w); #prevent, #detect or #respond. The rest is the text.
[[nodiscard]] ActionLine readActionLine(const QString &line, QDate today);
[[nodiscard]] QString actionLineWords(const ActionLine &action); // what it was read as: "Alert on queue depth · lee · no date · Detect"

} // namespace qd::items
