#pragma once
// The timeline out of the program: CSV, JSON lines and Markdown, in the order in which it happened. What was redacted stays out.

#include "models/exchange/timelineimport.h"
#include "models/review/review.h"

namespace qd::exchange {

// Times in CSV and JSON lines are ISO 8601 UTC, with milliseconds where there are any. Reading either again gives the same times, kinds,
// texts and authors; a spreadsheet takes nothing in the CSV for a formula.
[[nodiscard]] QByteArray exportTimeline(const plan::Plan &plan, const Incident &incident, TimelineFormat format);

} // namespace qd::exchange
