#pragma once
// A response plan: what a team has promised itself to do in an incident. Plain values, no behaviour.
//
// 1. Absent means that the plan does not say. A missing target is no target, never a default.
// 2. Order is meaning: severities from the most severe, phases and steps in time, escalation from the first step.
// 3. `lines` (from an import of a written plan) are 1-based lines of the document that a fact was read from.

#include "models/core/time.h"

#include <QDate>
#include <QMap>
#include <QStringList>
#include <QTime>

#include <optional>
#include <variant>
#include <vector>

namespace qd::plan {

// "3 business days", "4 business hours": counted in the plan's calendar only.
struct WorkingTime
{
    int days = 0;
    int hours = 0;
    bool operator==(const WorkingTime &) const = default;
};

// A target: a duration (counted down), working time (counted down in the calendar) or words (shown, never counted down).
using Target = std::variant<Duration, WorkingTime, QString>;
using MaybeTarget = std::optional<Target>;

struct Calendar
{
    std::vector<int> days = {1, 2, 3, 4, 5}; // ISO weekdays, Monday is 1
    QTime opens = QTime(9, 0);               // local time in Plan::zone
    QTime closes = QTime(17, 0);
    std::vector<QDate> holidays;
    bool operator==(const Calendar &) const = default;
};

enum class Origin { Detected, Started }; // what acknowledge and resolve count from

struct Severity
{
    QString id;   // "P0", "SEV1": as written
    QString name; // "Critical"
    QString definition;
    QStringList examples;
    QStringList requirements; // what else the plan asks of the response ("executives are told")
    QStringList notify;       // who is told
    QString coverage;         // "24/7", "business hours"
    MaybeTarget respondWithin;
    MaybeTarget resolveWithin;
    std::optional<bool> postmortemRequired;
    MaybeTarget postmortemWithin; // the meeting, and the document where nothing else is said
    MaybeTarget postmortemDocumentWithin;
    std::vector<QString> conflicts; // where the source says two things: what was taken and what was not
    QMap<QString, int> lines;
    bool operator==(const Severity &) const = default;
};

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

struct Section // of the post-mortem
{
    QString id; // the title in lower case with hyphens
    QString title;
    QStringList prompts; // what to write about
    QString fill;        // drafted from the record: "timeline", "impact", "durations", "roles", "actions", "summary"; empty: by hand
    bool required = false;
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

struct Link
{
    QString group; // "Monitoring", "Documentation"
    QString name;
    QString where; // URL, path or channel, as written
    bool operator==(const Link &) const = default;
};

struct Note // a named list of things the plan says that are neither rule nor step: scope, principles, culture
{
    QString title;
    QStringList items;
    bool operator==(const Note &) const = default;
};

struct Conflict // two statements about one fact
{
    QString what;
    std::vector<int> lines;
    bool operator==(const Conflict &) const = default;
};

struct Unread // looked like a rule and was not understood
{
    int line = 0;
    QString text;
    bool operator==(const Unread &) const = default;
};

struct Plan
{
    QString id;
    QString name;
    QString version;
    QString summary;
    QByteArray zone = "UTC"; // IANA; times that people type are read in it
    Calendar calendar;
    Origin origin = Origin::Detected;
    std::optional<Duration> stabilityWatch; // after a fix, before it may be called resolved
    double warnAt = 0.8;                    // a clock is "near its end" past this part of its time
    QStringList types;                      // of incident
    QStringList detection;                  // how incidents are detected
    std::vector<Severity> severities;
    std::vector<Audience> audiences;
    std::vector<Role> roles;
    std::vector<Phase> phases;
    std::vector<EscalationStep> escalation;
    std::vector<Template> templates;
    std::vector<Checklist> checklists;
    std::vector<Scenario> scenarios;
    Rollback rollback;
    OnCall onCall;
    Postmortem postmortem;
    std::vector<Metric> metrics;
    std::vector<Link> links;
    std::vector<Note> notes;
    std::vector<Conflict> conflicts;
    std::vector<Unread> unread;
    bool operator==(const Plan &) const = default;
};

[[nodiscard]] const Severity *findSeverity(const Plan &plan, const QString &idOrName); // nullptr: none; case-insensitive
[[nodiscard]] const Role *findRole(const Plan &plan, const QString &idOrName);         // id, abbreviation or name
[[nodiscard]] const Audience *findAudience(const Plan &plan, const QString &idOrName);
[[nodiscard]] const Cadence *findCadence(const Audience &audience, const QString &severity);
[[nodiscard]] const Template *findTemplate(const Plan &plan, const QString &idOrName);
[[nodiscard]] const Scenario *findScenario(const Plan &plan, const QString &idOrName);

} // namespace qd::plan
