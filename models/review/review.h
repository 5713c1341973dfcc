#pragma once
// What the record says of an incident: durations, facts, the drafted post-mortem. Pure functions; nothing is computed from a guess.

#include "models/clocks/clocks.h"
#include "models/review/finding.h"

namespace qd::review {

// A length between two milestones. Absent: an end is not known. `impossible`: the end lies before the start; never shown as a number.
struct Length
{
    std::optional<Duration> value;
    bool impossible = false;
    bool operator==(const Length &) const = default;
};

struct Durations // see the command line's contract
{
    Length toDetect;      // started -> detected
    Length toAcknowledge; // detected -> acknowledged
    Length toIdentify;    // acknowledged -> identified
    Length toMitigate;    // detected -> mitigated
    Length toResolve;     // detected -> resolved
    Length total;         // started -> resolved
    bool operator==(const Durations &) const = default;
};

[[nodiscard]] Length between(const std::optional<Instant> &from, const std::optional<Instant> &to);
[[nodiscard]] Durations durations(const Incident &incident);

// One line of what the record says, and the entries that it rests on.
struct Fact
{
    QString label;  // "Time to resolve"
    QString value;  // "1 h 12 min"
    QString target; // "within 1 h"; empty: none
    enum class Verdict { None, Kept, Missed } verdict = Verdict::None;
    std::vector<EventId> rests; // the entries that it rests on, in the order of its words; never empty in what facts() gives
    QString id = {};            // "time-to-resolve", "missed-acknowledge": from its label; links name it
    bool operator==(const Fact &) const = default;
};

[[nodiscard]] std::vector<Fact> facts(const plan::Plan &plan, const Incident &incident, Instant now);

// The sections of the plan's post-mortem: what a person wrote, else what the record gives for a section with `fill`, else its prompts.
struct DraftSection
{
    QString id;
    QString title;
    QString markdown;     // the text that stands
    bool written = false; // by a person
    bool filled = false;  // from the record
    bool required = false;
    QStringList prompts;
    EventId version; // that was written; null: none
    QList<EventId> heads;         // more than one: these were written at the same time, and the text has all of them
    QStringList by;               // whose versions those are
    qsizetype conflicts = 0;      // in the text: places where both are kept, between marks
    bool internal = false;        // stays out of what is given to the outside
    bool operator==(const DraftSection &) const = default;
};

[[nodiscard]] std::vector<DraftSection> postmortem(const plan::Plan &plan, const Incident &incident, Instant now);

// The values for the placeholders of the plan's templates (docs/plan-format.md), from the incident.
// Written to `audience`, the next update is promised by its cadence, counted from now.
[[nodiscard]] QMap<QString, QString> templateValues(const plan::Plan &plan, const Incident &incident, Instant now,
                                                    const QString &audience = {});

// Conditions, actions, needs; who holds which role; what is due next. Plain text.
enum class BriefFor { Joining, Executives, Handover };
[[nodiscard]] QString situation(const plan::Plan &plan, const Incident &incident, Instant now, BriefFor reader = BriefFor::Joining);

} // namespace qd::review
