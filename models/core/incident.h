#pragma once
// An incident: what the fold makes of its events. Plain values; nothing here is stored.
//
// 1. Every time is absolute UTC. An absent time is not known, and nothing is computed from it.
// 2. Spans (severity, status, roles) are ordered by when they happened; a late entry lands in its place.
// 3. `entries` stand in the order of the log and never move; timelineOrder() gives the order in which they happened.

#include "models/core/event.h"
#include "models/core/rulebook.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace qd {

struct Revision // what an entry said before
{
    EventId event; // that replaced it
    Instant replacedAt{};
    QString replacedBy;
    QString reason;
    QString text;
    Instant at{};
    bool operator==(const Revision &) const = default;
};

struct Settlement // of a hypothesis
{
    QString state = QStringLiteral("open"); // open, confirmed, ruled-out
    QString by;
    QString note;
    Instant at{};
    bool operator==(const Settlement &) const = default;
};

struct TimelineEntry
{
    EventId id;
    Instant at{};         // happened
    Instant recordedAt{};
    // note observation hypothesis decision action communication; detected declared acknowledged severity status role handover update ask
    // check scenario escalation clock task postmortem attachment link plan amended; or a newer console's event kind
    QString kind;
    QString text;
    QString author;
    QString zone;             // as typed
    bool approximate = false; // "about 14:05"
    bool late = false;        // recorded more than lateAfter later than it happened
    bool edited = false;
    bool redacted = false;
    bool pinned = false;
    bool undone = false; // struck: taken back by its author
    QStringList tags;
    QStringList people;
    QStringList attachments; // sha256, hex
    std::vector<Revision> history; // oldest first
    Settlement settlement;         // of a hypothesis
    EventId subject;               // the event that this row is about (an ask that was answered), or null
    QString subjectText;           // the role, audience, clock … that the row is about
    bool operator==(const TimelineEntry &) const = default;
};

struct SeveritySpan
{
    QString severity; // a severity's id of the plan; empty: not known yet
    Instant from{};
    QString reason;
    QString by;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const SeveritySpan &) const = default;
};

struct StatusSpan
{
    QString status;
    Instant from{};
    QString note;
    QString by;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const StatusSpan &) const = default;
};

struct RoleSpan
{
    QString role; // a role's id of the plan
    QString holder; // empty: released
    Instant from{};
    QString brief;
    QString by;
    bool handedOver = false;
    EventId event;
    Stamp stamp = 0;
    bool operator==(const RoleSpan &) const = default;
};

struct HandoverOffer // not accepted yet; the outgoing person still holds the role
{
    QString role;
    QString to;
    QString brief;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const HandoverOffer &) const = default;
};

struct SentUpdate
{
    EventId id;
    QString audience;
    QString text;
    QString templateId;
    QString by;
    QString approvedBy;
    Instant at{};
    bool operator==(const SentUpdate &) const = default;
};

struct UpdateDraft
{
    QString audience;
    QString text;
    QString templateId;
    QString by;
    QString approvedBy; // empty: not approved, or the approval lapsed when severity or status changed
    EventId event;
    bool operator==(const UpdateDraft &) const = default;
};

struct Ask
{
    EventId id;
    QString who;
    QString text;
    QString by;
    Instant at{};
    std::optional<Duration> within; // since `at`; an extension adds to it
    QString state = QStringLiteral("open"); // open, done, dropped
    QString answer;
    std::optional<Instant> answeredAt;
    bool operator==(const Ask &) const = default;
};

struct Check
{
    QString list;
    QString item;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const Check &) const = default;
};

struct ActionItem
{
    EventId id;
    QString text;
    QString owner;
    QString due; // a date of the plan's zone, "2026-12-01"; empty: none
    QString category; // prevent, detect, respond
    QString horizon;
    QString ticket;
    QString state = QStringLiteral("open"); // open, done, dropped
    Instant at{};
    std::optional<Instant> closedAt;
    QString by;
    bool operator==(const ActionItem &) const = default;
};

enum class ClockActKind { Pause, Resume, Snooze, Waive };

struct ClockAct
{
    ClockActKind kind = ClockActKind::Pause;
    QString clock; // a clock's id, "resolve"
    Instant at{};
    Duration length{}; // of a snooze
    QString reason;
    QString by;
    EventId event;
    bool operator==(const ClockAct &) const = default;
};

struct RaisedEscalation
{
    QString step; // an escalation step's id of the plan
    QString who;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const RaisedEscalation &) const = default;
};

struct Attachment
{
    QString sha256; // hex
    QString name;
    QString mime;
    qint64 size = 0;
    EventId entry;
    EventId event;
    bool operator==(const Attachment &) const = default;
};

struct IncidentLink
{
    QString other; // a reference
    QString relation;
    EventId event;
    bool operator==(const IncidentLink &) const = default;
};

struct WrittenSection
{
    QString section; // id
    QString text;    // Markdown
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const WrittenSection &) const = default;
};

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

// When it reached what; cleared again when the status goes back. From the statuses, but for those that are recorded as such.
struct Milestones
{
    std::optional<Instant> started, detected, declared, acknowledged, identified, mitigated, resolved, closed;
    bool operator==(const Milestones &) const = default;
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
    QString postmortemState = QStringLiteral("draft"); // draft, review, final
    std::optional<Instant> postmortemFinalAt;
    std::vector<FieldConflict> conflicts;
    QHash<QString, EventId> setBy; // which event last set a field; a command's `base`
    Instant lastRecordedAt{};
    qsizetype eventCount = 0;

    bool operator==(const Incident &) const = default;
    [[nodiscard]] bool isOpen() const { return status != QLatin1String("resolved") && status != QLatin1String("closed"); }
    [[nodiscard]] QString holder(const QString &role) const; // now; empty: nobody
    [[nodiscard]] const RoleSpan *holding(const QString &role) const;
    [[nodiscard]] const TimelineEntry *entry(const EventId &entryId) const;
    [[nodiscard]] QString displayTitle() const { return restricted && !codename.isEmpty() ? codename : title; } // outside the window's panes
};

inline constexpr Duration lateAfter = std::chrono::minutes(2);

[[nodiscard]] std::vector<int> timelineOrder(const Incident &incident); // indices into entries by (at, log order)
[[nodiscard]] bool statusIsKnown(const QString &status);
[[nodiscard]] const QStringList &allStatuses(); // in their usual order; reality may go back
[[nodiscard]] const QStringList &entryKinds();  // what a person may log

} // namespace qd
