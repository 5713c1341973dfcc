#pragma once
// Events that come into a record from outside the program that has it open.

#include "models/journal/journal.h"

#include <QTest>

namespace qd::test {

inline void comeIn(Journal &into, const std::vector<Event> &events)
{
    OpenOptions options;
    options.now = events.back().recordedAt;
    const Result<std::unique_ptr<Journal>> other = Journal::open(into.path(), options);
    const Result<std::vector<Event>> stored = other ? (*other)->appendNow(events) : tl::unexpected(other.error());
    if (!stored)
        qFatal("%s", qPrintable(stored.error().sentence));
    into.lookForArrivals();
}

} // namespace qd::test
