#pragma once
// What one incident gives to the metrics. It is small and stays right until `goodUntil`, so that thousands are counted again in no time.
//
// The lengths, each from one milestone to another; one whose end is not known, or lies before its start, is never a number:
//   to_detect       MTTD  started -> detected
//   to_acknowledge  MTTA  detected -> acknowledged
//   to_identify     MTTI  acknowledged -> identified
//   to_mitigate     MTTM  detected -> mitigated
//   to_resolve      MTTR  detected -> resolved: how long the team worked on it
//   to_recover      MTTR  started -> resolved: how long those outside had to wait; `total` is another name for it
// What a plan itself calls a metric is measured beside them, from and to the milestones that the plan says.

#include "models/review/actionlist.h"
#include "models/review/review.h"

#include <QDate>

#include <array>
#include <span>

namespace qd::review {

enum class Measure { Detect, Acknowledge, Identify, Mitigate, Resolve, Recover };
inline constexpr size_t measureCount = 6;

struct LengthKind
{
    const char *key;  // of the command line's contract
    const char *name; // "MTTD"
    const char *words;
    const char *from, *to; // milestones
};

[[nodiscard]] std::span<const LengthKind, measureCount> lengthKinds(); // in the order of Measure
[[nodiscard]] std::optional<Instant> milestone(const Milestones &milestones, const QString &name);

struct PlanLength // of a metric of the incident's own plan
{
    QString metric; // its id, "MTTA"
    QString name;
    QString from, to;
    Length length;
    std::optional<Duration> within; // the plan's target at the incident's severity
};

struct Outcomes // of clocks
{
    int kept = 0;
    int missed = 0;
    int open = 0; // not settled yet
    int waived = 0;
    bool operator==(const Outcomes &) const = default;
};

struct Measured
{
    IncidentId id;
    QString ref;
    QString title; // as it may be said outside the window
    QString plan;  // its id
    QString planName;
    QString severity;
    int rank = -1; // of the severity, 0 the worst; -1: not known
    QString type;
    QStringList services;
    QString status;
    QString detail; // the title in the window
    bool drill = false;
    std::optional<Instant> at; // of the detection, else the declaration
    QDate date;                // the same in the plan's zone
    std::array<Length, measureCount> lengths;
    std::vector<PlanLength> planLengths;
    Outcomes targets;               // acknowledge and resolve
    QMap<QString, Outcomes> clocks; // by kind
    ActionCounts actions;
    std::vector<IncidentLink> links;
    QString cause;                    // the root cause as it is compared; empty: none is written
    std::optional<Instant> goodUntil; // a clock changes by itself then

    [[nodiscard]] const Length &length(Measure measure) const { return lengths[static_cast<size_t>(measure)]; }
};

[[nodiscard]] Measured measure(const plan::Plan &plan, const Incident &incident, Instant now);

} // namespace qd::review
