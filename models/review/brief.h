#pragma once
// What a situation brief is made of: the facts of an incident at one instant, each worded as a person would say it.
// Every clock time is in the plan's zone, which the head of a brief names.

#include "models/review/wording.h"

namespace qd::review {

struct Brief
{
    const plan::Plan &plan;
    const Incident &incident;
    Instant now;
    QTimeZone zone;
    std::vector<clocks::Countdown> clocks;
};

[[nodiscard]] QString minutesText(Duration length);               // to the minute: "26 min", "under a minute"
[[nodiscard]] QString clockText(Instant at, const Brief &brief);  // "15:12", with the date where it is another day
[[nodiscard]] QString moment(Instant at, const QTimeZone &zone);  // as zonedText, to the minute
[[nodiscard]] QString plainText(const QString &text);             // without the marks of the scribe's line: "#rollback", the @ of "@lee"
[[nodiscard]] QString sentence(const QString &text);              // begins with a capital and ends with a full stop
[[nodiscard]] QString lastedText(const Brief &brief);             // "26 min since detection"; empty: not known

[[nodiscard]] QStringList decided(const Brief &brief);    // the oldest first, as are the next three
[[nodiscard]] QStringList done(const Brief &brief);       // what was decided, done and escalated
[[nodiscard]] QStringList suspected(const Brief &brief);  // the hypotheses that stand
[[nodiscard]] QStringList ruledOut(const Brief &brief);
[[nodiscard]] QStringList needs(const Brief &brief);      // empty seats, open asks, handovers and conflicts
[[nodiscard]] QStringList roleLines(const Brief &brief);
[[nodiscard]] QStringList dueLines(const Brief &brief);
[[nodiscard]] QStringList saidLines(const Brief &brief);  // the last word to each audience

[[nodiscard]] QString executiveBrief(const Brief &brief); // a few whole sentences

} // namespace qd::review
