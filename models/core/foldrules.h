#pragma once
// How each kind of event changes an incident, and the line that it puts on the timeline. One row a kind; the fold walks this table.

#include "models/core/incident.h"

namespace qd::foldrules {

struct Row // on the timeline; without a kind, none
{
    QString kind;
    QString text;
    QString subjectText;
    EventId subject;
};

struct State // what a rule may touch
{
    Incident &incident;
    QHash<EventId, qsizetype> &entryIndex;
    QHash<EventId, EventId> &undoneBase;
    QHash<QString, ConflictValue> &lastValues;
    std::vector<qsizetype> &touched; // places in entries

    [[nodiscard]] TimelineEntry *entry(const EventId &id);
    void changed(const QString &field, const Event &event, const QString &value); // keeps setBy and conflicts
};

struct Rule
{
    const char *kind;
    Row (*row)(const Incident &before, const Event &event);
    void (*change)(State &state, const Event &event);
};

[[nodiscard]] const Rule *find(const QString &kind); // nullptr: a newer console's
[[nodiscard]] Row genericRow(const Event &event);    // of an event that this console does not know
void derive(Incident &incident);                     // what follows from the spans: severity, status, milestones

// Bodies, read without a throw.
[[nodiscard]] QString textOf(const Event &event, const char *key);
[[nodiscard]] EventId idOf(const Event &event, const char *key);
[[nodiscard]] QStringList textsOf(const Event &event, const char *key);
[[nodiscard]] std::optional<Instant> instantOf(const Event &event, const char *key); // milliseconds
[[nodiscard]] QString nameOfRole(const Incident &incident, const QString &role);
[[nodiscard]] QString nameIn(const std::vector<Rulebook::Named> &all, const QString &id);

// The rules themselves, a file a group.
extern const std::vector<Rule> incidentRules; // declared, amended, severity, status, plan, links
extern const std::vector<Rule> roleRules;
extern const std::vector<Rule> entryRules; // entries, hypotheses, attachments
extern const std::vector<Rule> workRules;  // asks, checks, updates, clocks, escalation, actions
extern const std::vector<Rule> reviewRules; // the post-mortem, its review, what the lint found

} // namespace qd::foldrules
