#pragma once
// What is done, in which order: phases, scenarios, checklists, rollback; and the words to send.

#include "models/plan/target.h"

#include <QStringList>

namespace qd::plan {

struct Step
{
    QString title;
    QStringList items;
    QString command; // shown and copied, never run
    bool operator==(const Step &) const = default;
};

struct Phase
{
    QString id;
    QString name;
    std::optional<Duration> startsAfter; // since detection
    std::optional<Duration> endsAfter;
    QStringList tools;
    std::vector<Step> steps;
    bool operator==(const Phase &) const = default;
};

struct Template
{
    QString id;
    QString name;
    QString audience; // an Audience id; empty: any
    QString stage;    // a status, "declared" or empty: any
    QString body;     // placeholders {{title}}, {{severity}}, … listed in templates.h
    bool operator==(const Template &) const = default;
};

struct Checklist
{
    QString id; // what `check INCIDENT LIST ITEM` takes
    QString title;
    QStringList items;
    bool operator==(const Checklist &) const = default;
};

struct Scenario
{
    QString id;
    QString name;
    QString type; // the incident type that it fits
    QStringList symptoms;
    QStringList words; // that suggest it, beyond the symptoms
    std::vector<Step> steps;
    QStringList mitigation;
    std::vector<Step> commands; // title and command, to copy
    QString runbook;
    bool operator==(const Scenario &) const = default;
};

struct Rollback
{
    QStringList criteria;
    std::vector<Step> steps;
    bool operator==(const Rollback &) const = default;
};

} // namespace qd::plan
