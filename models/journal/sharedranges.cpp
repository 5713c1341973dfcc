#include "models/journal/sharedranges.h"

#include <algorithm>

namespace qd::journal {
namespace {

Result<void> put(Connection &connection, const PositionRange &range)
{
    return range.first > range.last ? Result<void>() : Statement(connection, "513_put_range").run(range.first, range.last);
}

// With those that it touches made one.
Result<void> mark(Connection &connection, PositionRange range)
{
    const qint64 reachFirst = range.last + 1;
    const qint64 reachLast = range.first - 1;
    {
        Statement touching(connection, "511_ranges_touching");
        if (const Result<void> done = touching.run(reachFirst, reachLast); !done)
            return done;
        if (touching.next() && !touching.isNull(0))
            range = {std::min(range.first, touching.number(0)), std::max(range.last, touching.number(1))};
        if (const Result<void> read = touching.end(); !read)
            return read;
    }
    if (const Result<void> done = Statement(connection, "512_drop_ranges_touching").run(reachFirst, reachLast); !done)
        return done;
    return put(connection, range);
}

} // namespace

Result<std::vector<PositionRange>> sharedRanges(Connection &connection)
{
    Statement rows(connection, "510_ranges");
    if (const Result<void> done = rows.run(); !done)
        return tl::unexpected(done.error());
    std::vector<PositionRange> ranges;
    while (rows.next())
        ranges.push_back({rows.number(0), rows.number(1)});
    const Result<void> end = rows.end();
    return end ? Result<std::vector<PositionRange>>(std::move(ranges)) : tl::unexpected(end.error());
}

Result<std::vector<PositionRange>> unsharedRanges(Connection &connection)
{
    const Result<std::vector<PositionRange>> shared = sharedRanges(connection);
    if (!shared)
        return shared;
    Statement row(connection, "123_last_position");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    const qint64 last = row.next() ? row.number(0) : 0;
    if (const Result<void> read = row.end(); !read)
        return tl::unexpected(read.error());
    std::vector<PositionRange> gaps;
    qint64 next = 1;
    for (const PositionRange &range : *shared) {
        if (range.first > next)
            gaps.push_back({next, range.first - 1});
        next = range.last + 1;
    }
    if (next <= last)
        gaps.push_back({next, last});
    return gaps;
}

Result<void> markShared(Connection &connection, std::vector<qint64> positions)
{
    std::sort(positions.begin(), positions.end());
    for (size_t i = 0; i < positions.size();) {
        PositionRange run{positions[i], positions[i]};
        while (++i < positions.size() && positions[i] <= run.last + 1)
            run.last = positions[i];
        if (const Result<void> done = mark(connection, run); !done)
            return done;
    }
    return {};
}

Result<void> markUnshared(Connection &connection, qint64 position)
{
    PositionRange range;
    {
        Statement around(connection, "511_ranges_touching");
        if (const Result<void> done = around.run(position, position); !done)
            return done;
        if (!around.next() || around.isNull(0))
            return around.end();
        range = {around.number(0), around.number(1)};
    }
    if (const Result<void> done = Statement(connection, "512_drop_ranges_touching").run(position, position); !done)
        return done;
    if (const Result<void> done = put(connection, {range.first, position - 1}); !done)
        return done;
    return put(connection, {position + 1, range.last});
}

} // namespace qd::journal
