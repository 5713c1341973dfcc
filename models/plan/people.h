#pragma once
// Who is told what and when, who holds which seat, who is called next.

#include "models/plan/target.h"

#include <QStringList>

namespace qd::plan {

struct Cadence // at one severity
{
    QString severity;
    MaybeTarget firstWithin;
    MaybeTarget every;
    bool operator==(const Cadence &) const = default;
};

struct Audience
{
    QString id;   // "responders", "status-page", "executives", "customers": what `update INCIDENT AUDIENCE` takes
    QString name; // "Status page"
    QString channel;
    QStringList guidance;
    bool external = false; // leaves the organisation: needs the commander's approval
    std::vector<Cadence> cadences;
    bool operator==(const Audience &) const = default;
};

struct Role
{
    QString id; // "ic", "tech-lead": what `role INCIDENT ROLE NAME` takes
    QString name;
    QString abbrev;
    QString purpose;
    QString takenBy;
    QStringList duties;
    QStringList requiredAt; // severities at which an empty seat is an alarm; empty: never
    bool operator==(const Role &) const = default;
};

struct EscalationStep
{
    QString id;             // "p0-cto": what `escalate INCIDENT STEP` takes; unique in the plan
    QStringList severities; // empty: every severity
    int step = 1;           // position in the path of its severities
    QString who;
    std::optional<Duration> after; // since detection; absent: only by its condition
    QString condition;             // in words: "not resolved", "security incident"
    QStringList types;             // only for incidents of these types ("security"); empty: any
    bool afterResolveTarget = false; // due when the severity's resolve target has passed
    QStringList channels;
    bool operator==(const EscalationStep &) const = default;
};

struct OnCall
{
    QString schedule;
    QString coverage;
    QStringList primary, secondary; // what each is for
    QStringList duties;
    QStringList before, during, after;
    QStringList handoff;
    bool operator==(const OnCall &) const = default;
};

} // namespace qd::plan
