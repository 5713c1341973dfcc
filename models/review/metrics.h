#pragma once
// What many incidents say together. A length that is not known, or impossible, is counted as such and is in no median.

#include "models/review/review.h"

#include <QDate>
#include <QJsonObject>

#include <memory>

namespace qd::review {

struct Case // one incident and the plan it runs under, which many share
{
    std::shared_ptr<const plan::Plan> plan; // never null
    Incident incident;
};

enum class GroupBy { None, Month, Severity, Type };

struct MetricsQuery
{
    std::optional<QDate> from; // of the detection, else the declaration, in the plan's zone; both days are in
    std::optional<QDate> to;
    GroupBy by = GroupBy::None;
    bool drills = false; // counted too
};

struct Spread // of one length over many incidents
{
    int known = 0;
    int unknown = 0;
    int impossible = 0;
    std::optional<Duration> median; // of an even number, the mean of the middle two
    std::optional<Duration> p90;    // nearest rank
    bool operator==(const Spread &) const = default;
};

struct Tally
{
    int kept = 0;
    int missed = 0;
    int open = 0; // not settled yet
    int waived = 0;
    bool operator==(const Tally &) const = default;
};

struct Summary // of a group of incidents
{
    QString key; // "2026-11", "P0", "outage"; empty: of all, or not known
    int incidents = 0;
    int drillsLeftOut = 0; // of all only
    Spread toDetect, toAcknowledge, toIdentify, toMitigate, toResolve, total;
    Tally targets;               // acknowledge and resolve
    QMap<QString, Tally> clocks; // by the kind of clock
    int actions = 0;
    int actionsClosed = 0;
    bool operator==(const Summary &) const = default;
};

struct Metrics
{
    Summary all;
    std::vector<Summary> groups; // by month in time, by severity as the plans rank it, by type by name
};

[[nodiscard]] Metrics metrics(const std::vector<Case> &cases, const MetricsQuery &query, Instant now);
[[nodiscard]] QJsonObject toJson(const Metrics &metrics);                  // the command line's `metrics --json`
[[nodiscard]] std::optional<GroupBy> groupByFromName(const QString &name); // "month", "severity", "type"

} // namespace qd::review
