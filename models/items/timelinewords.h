#pragma once
// How an entry, a day and a silence read.

#include "models/items/timelinerow.h"

#include <QDate>

#include <functional>

namespace qd::items {

enum class TimelineOrder { Happened, Recorded }; // the time that a row begins with, and stands by

struct TimelineTexts // what the model cannot know by itself
{
    std::function<QString(Instant)> clock; // how the window shows times
    std::function<QString(Instant)> exact; // with date and zone
    std::function<QDate(Instant)> day;
    std::function<bool(const EventId &)> isPending;
    std::function<std::pair<QString, bool>(const EventId &ask)> countdown; // what is left of an open ask, and whether that is little
    std::function<bool(const EventId &)> isWaiting = {};                   // the others do not have it yet
};

[[nodiscard]] TimelineRow describeEntry(const TimelineEntry &entry, const Incident &incident, TimelineOrder order,
                                        const TimelineTexts &texts);
[[nodiscard]] TimelineRow describeDay(const QDate &day);
[[nodiscard]] TimelineRow describeSilence(Duration silence);

} // namespace qd::items
