#pragma once
// A stretch of time for which a person is on call.

#include "models/core/time.h"

namespace qd::oncall {

enum class Level { Primary, Secondary }; // who is called first, and who stands behind them

struct Shift // from `from` up to, and not including, `to`
{
    QString person;
    QString address; // mail, where the calendar says it
    Level level = Level::Primary;
    Instant from{};
    Instant to{};
    bool operator==(const Shift &) const = default;
};

[[nodiscard]] QString levelId(Level level); // "primary", "secondary": in files and in what a program reads
[[nodiscard]] std::optional<Level> levelOf(const QString &id);

} // namespace qd::oncall
