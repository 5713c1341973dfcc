#include "models/journal/sharingstate.h"

#include "models/journal/eventlog.h"
#include "models/journal/sharedranges.h"

#include <algorithm>

namespace qd::journal {
namespace {

CarriedEvent readCarried(const Statement &row)
{
    CarriedEvent carried;
    carried.event = EventLog::readHead(row);
    carried.body = EventLog::bodyOf(row);
    carried.position = EventLog::positionOf(row);
    return carried;
}

Result<std::vector<HeldChain>> readHeld(Connection &connection)
{
    Statement rows(connection, "522_held_chains");
    if (const Result<void> done = rows.run(); !done)
        return tl::unexpected(done.error());
    std::vector<HeldChain> held;
    while (rows.next())
        held.push_back({rows.id<ConsoleId>(0), rows.id<IncidentId>(2), rows.text(1)});
    const Result<void> end = rows.end();
    return end ? Result<std::vector<HeldChain>>(std::move(held)) : tl::unexpected(end.error());
}

Result<qint64> heldBetween(Connection &connection, const PositionRange &gap)
{
    Statement row(connection, "528_held_between");
    if (const Result<void> done = row.run(gap.first, gap.last); !done)
        return tl::unexpected(done.error());
    const qint64 held = row.next() ? row.number(0) : 0;
    const Result<void> end = row.end();
    return end ? Result<qint64>(held) : tl::unexpected(end.error());
}

Result<void> addIds(Connection &connection, const PositionRange &gap, std::vector<EventId> &ids)
{
    const auto left = SharingState::waitingShown - static_cast<qint64>(ids.size());
    Statement rows(connection, "527_ids_between");
    if (const Result<void> done = rows.run(gap.first, gap.last, left); !done)
        return done;
    while (rows.next())
        ids.push_back(rows.id<EventId>(0));
    return rows.end();
}

} // namespace

Result<Sharing> readSharing(Connection &connection)
{
    Statement row(connection, "500_sharing");
    if (const Result<void> done = row.run(); !done)
        return tl::unexpected(done.error());
    if (!row.next()) {
        const Result<void> end = row.end();
        return end ? Result<Sharing>(Sharing{}) : tl::unexpected(end.error());
    }
    return Sharing{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.bytes(5)};
}

Result<Backlog> readBacklog(Connection &connection)
{
    const Result<std::vector<PositionRange>> gaps = unsharedRanges(connection);
    if (!gaps)
        return tl::unexpected(gaps.error());
    Backlog backlog;
    for (const PositionRange &gap : *gaps) {
        backlog.waiting += gap.last - gap.first + 1;
        const Result<qint64> held = heldBetween(connection, gap);
        if (!held)
            return tl::unexpected(held.error());
        backlog.held += *held;
    }
    return backlog;
}

Result<SharingState> readSharingState(Connection &connection)
{
    SharingState state;
    const Result<Sharing> with = readSharing(connection);
    if (!with || !with->joined())
        return with ? Result<SharingState>(state) : tl::unexpected(with.error());
    state.with = *with;
    const Result<std::vector<PositionRange>> gaps = unsharedRanges(connection);
    if (!gaps)
        return tl::unexpected(gaps.error());
    for (const PositionRange &gap : *gaps) {
        state.waiting += gap.last - gap.first + 1;
        if (std::ssize(state.waitingIds) >= SharingState::waitingShown)
            continue;
        if (const Result<void> done = addIds(connection, gap, state.waitingIds); !done)
            return tl::unexpected(done.error());
    }
    Result<std::vector<HeldChain>> held = readHeld(connection);
    if (!held)
        return tl::unexpected(held.error());
    state.held = std::move(*held);
    return state;
}

Result<void> putSharing(Connection &connection, const Sharing &sharing)
{
    return connection.write([&] {
        return Statement(connection, "501_put_sharing")
            .run(sharing.address, sharing.hub, sharing.epoch, sharing.person, sharing.standing, sharing.cursor);
    });
}

Result<void> forgetSharing(Connection &connection)
{
    return connection.write([&]() -> Result<void> {
        for (const char *name :
             {"504_forget_sharing", "505_forget_ranges", "506_release_chains", "507_forget_parcels", "508_forget_parts"}) {
            if (const Result<void> done = Statement(connection, name).run(); !done)
                return done;
        }
        return {};
    });
}

Result<std::vector<CarriedEvent>> readWaiting(Connection &connection, int atMost, qint64 bytes)
{
    const Result<std::vector<PositionRange>> gaps = unsharedRanges(connection);
    if (!gaps)
        return tl::unexpected(gaps.error());
    std::vector<CarriedEvent> waiting;
    for (const PositionRange &gap : *gaps) {
        Statement rows(connection, "520_waiting");
        if (const Result<void> done = rows.run(gap.first, gap.last, atMost - static_cast<qint64>(waiting.size())); !done)
            return tl::unexpected(done.error());
        while (bytes > 0 && rows.next()) {
            waiting.push_back(readCarried(rows));
            bytes -= waiting.back().body.size();
        }
        if (const Result<void> end = rows.end(); !end)
            return tl::unexpected(end.error());
        if (bytes <= 0 || std::ssize(waiting) >= atMost)
            break;
    }
    return waiting;
}

Result<std::vector<ConsoleId>> readChains(Connection &connection)
{
    Statement rows(connection, "524_chains");
    if (const Result<void> done = rows.run(); !done)
        return tl::unexpected(done.error());
    std::vector<ConsoleId> chains;
    while (rows.next())
        chains.push_back(rows.id<ConsoleId>(0));
    const Result<void> end = rows.end();
    return end ? Result<std::vector<ConsoleId>>(std::move(chains)) : tl::unexpected(end.error());
}

} // namespace qd::journal
