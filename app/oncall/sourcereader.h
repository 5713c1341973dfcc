#pragma once
// A source of shifts, read: a file as it is now, a feed as it was last fetched. Blocks; called off the window's thread.

#include "app/oncall/feedcache.h"
#include "models/oncall/roster.h"

namespace qd {

struct FetchedFeed;

[[nodiscard]] QString localPath(const QString &place);   // of a file: ~ and file:// are understood; absolute
[[nodiscard]] QString storedPlace(const QString &place); // as it is kept: an address as given, a file by its absolute path

// Without a schedule where there is none: `problem` says why. Of a feed, what the cache has.
[[nodiscard]] oncall::SourceState readSource(const oncall::Source &source, const oncall::Reading &reading, const FeedCache &cache);

// What was fetched: kept in the cache where it is a calendar. `before` is what is known so far; it stays where nothing better came.
[[nodiscard]] oncall::SourceState takeFetched(const oncall::SourceState &before, const Result<FetchedFeed> &fetched,
                                              const oncall::Reading &reading, const FeedCache &cache, Instant now);

} // namespace qd
