#pragma once
// A response plan: what a team has promised itself to do in an incident. Plain values, no behaviour.
//
// 1. Absent means that the plan does not say. A missing target is no target, never a default.
// 2. Order is meaning: severities from the most severe, phases and steps in time, escalation from the first step.
// 3. `lines` (from an import of a written plan) are 1-based lines of the document that a fact was read from: of a severity by the fact's key,
//    of a plan by the fact's path, with ids where there are ids ("roles/ic/duties/0", "phases/detection/steps/2", "escalation/p0-cto",
//    "metrics/MTTD", "rollback/criteria/1", "on_call/during/0").
// 4. An editor that moves facts may leave a path without a fact; a path never names another document.

#include "models/plan/course.h"
#include "models/plan/learning.h"
#include "models/plan/people.h"

#include <QMap>

namespace qd::plan {

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
    std::optional<Need> postmortemRequired;
    MaybeTarget postmortemWithin; // the meeting, and the document where nothing else is said
    MaybeTarget postmortemDocumentWithin;
    std::vector<QString> conflicts; // where the source says two things: what was taken and what was not
    QMap<QString, int> lines;
    bool operator==(const Severity &) const = default;
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
    QString what;           // in a sentence
    QString path;           // of the fact: "severities/P0/respond_within"; empty: no single fact
    QStringList values;     // what each statement says, as the plan format writes it; the first is the one that was taken
    std::vector<int> lines; // of the statements, in the same order
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
    QMap<QString, int> lines;
    bool operator==(const Plan &) const = default;
};

[[nodiscard]] const Severity *findSeverity(const Plan &plan, const QString &idOrName); // nullptr: none; case-insensitive
[[nodiscard]] const Role *findRole(const Plan &plan, const QString &idOrName);         // id, abbreviation or name
[[nodiscard]] const Audience *findAudience(const Plan &plan, const QString &idOrName);
[[nodiscard]] const Cadence *findCadence(const Audience &audience, const QString &severity);
[[nodiscard]] const Template *findTemplate(const Plan &plan, const QString &idOrName);
[[nodiscard]] const Scenario *findScenario(const Plan &plan, const QString &idOrName);

} // namespace qd::plan
