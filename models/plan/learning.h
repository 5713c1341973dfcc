#pragma once
// What comes after: the post-mortem, its meeting and follow-up, the metrics.

#include "models/plan/target.h"

#include <QStringList>

namespace qd::plan {

enum class Need { No, Optional, Yes }; // Optional: it may be written; nobody waits for it

struct Section // of the post-mortem
{
    QString id; // the title in lower case with hyphens
    QString title;
    QStringList prompts; // what to write about
    QString fill;        // drafted from the record: "timeline", "impact", "durations", "roles", "actions", "summary"; empty: by hand
    bool required = false;
    bool internal = false; // stays out of what is given to the outside, unless a person decides otherwise
    bool operator==(const Section &) const = default;
};

struct AgendaItem
{
    QString title;
    std::optional<Duration> length;
    bool operator==(const AgendaItem &) const = default;
};

struct Horizon // of follow-up actions
{
    QString id; // "immediate", "short-term", "long-term"
    std::optional<Duration> within;
    QStringList examples;
    bool operator==(const Horizon &) const = default;
};

struct Postmortem
{
    MaybeTarget within; // of the resolution, at every severity that says nothing of its own
    std::vector<Section> sections;
    std::vector<AgendaItem> agenda;
    std::optional<Duration> meetingLength;
    QStringList attendees;
    QStringList guidelines;
    QStringList followUp;
    std::vector<Horizon> horizons;
    bool operator==(const Postmortem &) const = default;
};

struct MetricTarget
{
    QString severity;
    Duration within{};
    bool operator==(const MetricTarget &) const = default;
};

struct Metric
{
    QString id; // "MTTD"
    QString name;
    QString definition;
    QString from, to; // milestones: started detected declared acknowledged identified mitigated resolved; empty: a count
    std::vector<MetricTarget> targets;
    bool operator==(const Metric &) const = default;
};

} // namespace qd::plan
