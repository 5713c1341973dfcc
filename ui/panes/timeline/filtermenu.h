#pragma once
// The menu of what the timeline can be filtered by: the kinds, authors, tags and people that there are, the most frequent first.

#include "models/items/timelinefilter.h"

#include <functional>

class QMenu;

namespace qd::items {
class TimelineModel;
}

namespace qd::ui {

void fillFilterMenu(QMenu &menu, const items::TimelineModel &model,
                    const std::function<void(const items::FilterTerm &term, bool on)> &choose);

} // namespace qd::ui
