#include "models/items/recall.h"

namespace qd::items {
namespace {

constexpr size_t mostLines = 200;

bool isOwn(const TimelineEntry &entry, const QString &author)
{
    return entry.author == author && entryKinds().contains(entry.kind) && !entry.redacted && !entry.undone;
}

} // namespace

RecalledLines linesToRecall(const Incident &incident, const QString &author, const std::vector<TypedCommand> &typed)
{
    RecalledLines recalled;
    std::optional<size_t> lastEntry;
    auto command = typed.rbegin();
    const auto addCommandsAfter = [&](qsizetype entries) {
        for (; command != typed.rend() && command->entriesBefore >= entries; ++command)
            recalled.lines.push_back({command->line, {}, {}});
    };
    for (qsizetype i = incident.entries.size() - 1; i >= 0 && recalled.lines.size() < mostLines; --i) {
        const TimelineEntry &entry = incident.entries.at(i);
        if (!isOwn(entry, author))
            continue;
        addCommandsAfter(i + 1);
        if (!lastEntry)
            lastEntry = recalled.lines.size();
        recalled.lines.push_back({entry.text, entry.id, entry.at});
    }
    addCommandsAfter(0);
    recalled.first = lastEntry.value_or(0);
    return recalled;
}

} // namespace qd::items
