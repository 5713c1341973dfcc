#pragma once
// An incident: what the fold makes of its events. Plain values; nothing here is stored.
//
// 1. Every time is absolute UTC. An absent time is not known, and nothing is computed from it.
// 2. Spans (severity, status, roles) are ordered by when they happened; a late entry lands in its place.
// 3. `entries` stand in the order of the log and never move; timelineOrder() gives the order in which they happened.

#include "models/core/postmortem.h"
#include "models/core/rulebook.h"
#include "models/core/spans.h"
#include "models/core/timeline.h"
#include "models/core/work.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <optional>
#include <vector>

namespace qd {

struct ConflictValue
{
    QString value;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const ConflictValue &) const = default;
};

struct FieldConflict // one thing changed twice, by people who had not seen each other's change
{
    QString field; // "severity", "role:ic", "title"
    std::vector<ConflictValue> values; // the last one stands
    bool operator==(const FieldConflict &) const = default;
};

struct Incident
{
    IncidentId id;
    QString ref;
    QString title;
    QString type;
    QStringList services;
    QString impact;
    QString source; // alert, user, health-check, external, team
    QString codename;
    bool drill = false;
    bool restricted = false;
    QStringList members; // who may see it while it is restricted, as persons, in the order in which they came
    QJsonObject plan; // the copy it runs under
    Rulebook rules;   // of that plan
    QString severity; // now
    QString status;   // now
    Milestones milestones;
    std::vector<SeveritySpan> severities; // by happened
    std::vector<StatusSpan> statuses;
    std::vector<RoleSpan> roles;
    std::vector<HandoverOffer> offers;
    QList<TimelineEntry> entries; // shared: a copy of an incident costs nothing by its length
    std::vector<SentUpdate> updates;
    std::vector<UpdateDraft> drafts;
    std::vector<Ask> asks;
    std::vector<Check> checks;
    QStringList scenarios; // attached, ids
    std::vector<ClockAct> clockActs;
    std::vector<RaisedEscalation> escalations;
    std::vector<ActionItem> actions;
    std::vector<Attachment> attachments;
    std::vector<IncidentLink> links;
    std::vector<WrittenSection> sections;
    QMap<QString, bool> sectionMarks; // section -> is it internal, as a person decided
    QString postmortemState = QStringLiteral("draft"); // draft, review, final
    std::optional<Instant> postmortemFinalAt;
    std::vector<FinalVersion> finals; // the oldest first
    std::vector<Reviewer> reviewers;
    std::vector<ReviewComment> comments;
    std::vector<Dismissal> dismissals;
    std::vector<FieldConflict> conflicts;
    QHash<QString, EventId> setBy; // which event last set a field; a command's `base`
    QHash<ConsoleId, Stamp> seen;   // of each console, up to where its events are in this state
    Instant lastRecordedAt{};
    qsizetype eventCount = 0;

    bool operator==(const Incident &) const = default;
    [[nodiscard]] bool isOpen() const { return status != QLatin1String("resolved") && status != QLatin1String("closed"); }
    [[nodiscard]] QString holder(const QString &role) const; // now; empty: nobody
    [[nodiscard]] const RoleSpan *holding(const QString &role) const;
    [[nodiscard]] const TimelineEntry *entry(const EventId &entryId) const;
    [[nodiscard]] const WrittenSection *section(const QString &sectionId) const; // nullptr: nobody wrote it
    [[nodiscard]] QString mergedInto() const;                                    // a reference; empty: it stands by itself
    [[nodiscard]] QString displayTitle() const { return !restricted ? title : codename.isEmpty() ? ref : codename; } // outside the window's panes
};

inline constexpr Duration lateAfter = std::chrono::minutes(2);

[[nodiscard]] std::vector<int> timelineOrder(const Incident &incident); // indices into entries by (at, log order)
[[nodiscard]] bool statusIsKnown(const QString &status);
[[nodiscard]] const QStringList &allStatuses(); // in their usual order; reality may go back
[[nodiscard]] const QStringList &entryKinds();  // what a person may log

} // namespace qd
