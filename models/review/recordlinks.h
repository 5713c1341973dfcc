#pragma once
// Links from a text to the record that it was written from, as Markdown:
//
//     [14:05 UTC Rolled back 4.12 (Dana)](entry:0192f1c4-…#line)    the label is the entry as it is now: its time, words and author
//     [14:05 UTC](entry:0192f1c4-…#time)                            its time alone; #text: its words alone
//     [as we decided](entry:0192f1c4-…)                             the writer's own words
//     [1 h 12 min](fact:time-to-resolve)                            the fact's value as it is now
//
// 1. What is corrected in the record is followed wherever the text is shown. What was redacted there is shown by no link, own words or not.
// 2. A link to what this record does not hold keeps its label.

#include "models/review/review.h"

namespace qd::review {

enum class Follows { OwnWords, Line, Time, Text };

struct RecordLink
{
    qsizetype at = 0; // in the text, of the whole `[label](target)`
    qsizetype length = 0;
    QString label; // Markdown
    EventId entry; // null: a link to a fact
    QString fact;  // its id
    Follows follows = Follows::OwnWords;
};

[[nodiscard]] std::vector<RecordLink> recordLinks(const QString &markdown); // in their order
[[nodiscard]] bool hasRecordLinks(const QString &markdown);

// A list item that follows the entry; for a text that it is pulled into. Times in `zone`.
[[nodiscard]] QString pulledLine(const TimelineEntry &entry, const QTimeZone &zone);
[[nodiscard]] QString pulledFact(const Fact &fact); // the label as typed and the value as a link, with the target

// The text with every label as the record has it now. Times in the plan's zone.
[[nodiscard]] QString followRecord(const QString &markdown, const plan::Plan &plan, const Incident &incident, Instant now);

// The labels alone: for a document, where a link into the record leads nowhere.
[[nodiscard]] QString withoutRecordLinks(const QString &markdown);

} // namespace qd::review
