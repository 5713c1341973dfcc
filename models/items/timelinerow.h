#pragma once
// One row of the timeline: what is to be read, and what it means.

#include "models/core/incident.h"
#include "models/items/inlinetext.h"

#include <QMetaType>

namespace qd::items {

enum class TimelineRowKind { Entry, Day, Silence };

struct TimelineRow
{
    TimelineRowKind rowKind = TimelineRowKind::Entry;
    EventId id;                    // of the entry
    QString kind;                  // of the entry; names its icon too
    QString word;                  // "Decision"
    QString time;                  // as the window shows times at present
    QString text;                  // as it reads, in its lines; or "4 minutes of silence", "Saturday 21 November 2026"
    std::vector<InlineSpan> spans; // of the text
    QString author;
    QStringList marks;       // "late: written 14:24", "edited", "ruled out 14:12, Ravi"
    QStringList attachments; // their names
    QString countdown;       // of an ask that is open: "04:10 left"
    bool near = false;       // the countdown is near its end, or past it
    bool struck = false;     // undone, redacted, ruled out
    bool strong = false;     // a decision: must be found at a glance
    bool pinned = false;
    bool pending = false; // not durable yet
    bool waiting = false; // saved here; the others do not have it yet
    bool match = false;   // of the search
    QString spoken;       // for a screen reader: begins with time and kind
};

} // namespace qd::items

Q_DECLARE_METATYPE(qd::items::TimelineRow)
