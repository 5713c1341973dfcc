#pragma once
// What many incidents say together.
//
// 1. A length that is not known, or impossible, is counted as such and is in no median.
// 2. A day or month is one in the zone of the incident's own plan: of its detection, else of its declaration.
// 3. What is merged or a duplicate is counted once (repeats.h says how, and what a repeat is).
// 4. Every number names its incidents, so that it can lead to them.

#include "models/review/repeats.h"

#include <QJsonObject>

namespace qd::review {

struct Case // one incident and the plan it runs under
{
    std::shared_ptr<const plan::Plan> plan;
    Incident incident;
};

enum class GroupBy { None, Month, Severity, Type, Plan, Service };

struct MetricsQuery
{
    std::optional<QDate> from, to; // both days are in
    GroupBy by = GroupBy::None;
    bool drills = false;                   // counted too
    QString plan, severity, service, type; // an id or a name, whatever its case; empty: any
    bool operator==(const MetricsQuery &) const = default;
};

using Members = std::vector<int>; // places in Metrics::incidents

struct Count
{
    int number = 0; // of what is counted: one incident may have several
    Members in;     // the incidents that it counts, in time
    bool operator==(const Count &) const = default;
};

struct Spread // of one length over many incidents
{
    Count known, unknown, impossible;
    std::optional<Duration> median; // of an even number, the mean of the middle two
    std::optional<Duration> p90;    // nearest rank
    bool operator==(const Spread &) const = default;
};

struct Tally // of clocks
{
    Count kept, missed, open, waived;
    bool operator==(const Tally &) const = default;
};

struct ActionTally // actionlist.h says when one was closed in time; open: not overdue
{
    Count added, done, dropped, inTime, late, open, overdue;
    bool operator==(const ActionTally &) const = default;
};

struct TargetOutcome // of a plan's metric at one severity
{
    QString severity;
    Duration within{};
    Count kept, missed, unknown; // unknown: the length is not known, or impossible
    bool operator==(const TargetOutcome &) const = default;
};

struct PlanMetric // as one plan defines it
{
    QString plan, planName;
    QString metric, name;
    QString from, to;
    Spread spread;
    std::vector<TargetOutcome> targets; // the most severe first; empty: the plan sets none
    bool operator==(const PlanMetric &) const = default;
};

struct Summary // of a group of incidents
{
    QString key;   // "2026-11", "P0", "outage", a plan's id; empty: of all, or not known
    QString title; // the plan's name; else the key
    int rank = -1; // of a severity
    Count incidents;
    std::array<Spread, measureCount> lengths;
    Tally targets;               // acknowledge and resolve
    QMap<QString, Tally> clocks; // by the kind of clock
    ActionTally actions;
    Count linkedAgain, sameCause, sameKind; // repeats, each once
    QMap<QString, Count> severities, types;
    std::vector<PlanMetric> planMetrics; // by plan, in its order
    bool operator==(const Summary &) const = default;

    [[nodiscard]] const Spread &length(Measure measure) const { return lengths[static_cast<size_t>(measure)]; }
};

struct LeftOut // within the days that are asked
{
    int drills = 0;
    int merged = 0; // or a duplicate: another one stands for it
};

struct Metrics
{
    MetricsQuery query;
    Summary all;
    // Months in time, the empty ones of the range too; severities as the plans rank them; the others by name; what is not known last.
    // An incident of several services is in the group of each.
    std::vector<Summary> groups;
    LeftOut leftOut;
    MeasuredCases incidents; // those that are counted, in time

    [[nodiscard]] const Measured &incident(int place) const { return *incidents[static_cast<size_t>(place)]; }
};

[[nodiscard]] Metrics metrics(const MeasuredCases &cases, const MetricsQuery &query, Instant now);
[[nodiscard]] Metrics metrics(const std::vector<Case> &cases, const MetricsQuery &query, Instant now);
[[nodiscard]] std::optional<double> share(const Count &kept, int of);        // 0 to 1; absent: of nothing
[[nodiscard]] std::optional<double> keptShare(const Tally &tally);           // of what is settled
[[nodiscard]] std::optional<double> inTimeShare(const ActionTally &actions); // of those that had a day and were done, or whose day went by

[[nodiscard]] QJsonObject toJson(const Metrics &metrics); // the command line's `metrics --json`

// A row for each number: group, name, value, unit and the references of its incidents; the first row is the heading.
[[nodiscard]] std::vector<QStringList> toTable(const Metrics &metrics);
[[nodiscard]] QStringList definitions(); // what the numbers mean, a sentence each

[[nodiscard]] std::optional<GroupBy> groupByFromName(const QString &name); // "month", "severity", "type", "plan", "service"
[[nodiscard]] QString groupByName(GroupBy by);                             // empty: None

} // namespace qd::review
