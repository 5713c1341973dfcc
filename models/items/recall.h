#pragma once
// The lines that a scribe can go back to: the entries that they wrote, to correct them, and the commands that they typed, to type them again.

#include "models/core/incident.h"

namespace qd::items {

struct TypedCommand // that left no entry of its writer's words
{
    QString line;
    qsizetype entriesBefore = 0; // how many entries the incident had
};

struct RecalledLine
{
    QString text;
    EventId entry; // that it corrects; null: a line to be typed again
    Instant at{};
    bool operator==(const RecalledLine &) const = default;
};

struct RecalledLines
{
    std::vector<RecalledLine> lines; // the newest first
    size_t first = 0;                // where a walk begins: the last entry, or the last line where there is none
};

[[nodiscard]] RecalledLines linesToRecall(const Incident &incident, const QString &author, const std::vector<TypedCommand> &typed);

} // namespace qd::items
