#pragma once
// The work of an incident: updates, asks, checks, clocks, escalation, action items, links. Times are UTC.

#include "models/core/event.h"

#include <QList>

#include <optional>

namespace qd {

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
    std::optional<Duration> within;         // since `at`; an extension adds to it
    QString state = QStringLiteral("open"); // open, done, dropped
    QString answer;
    QString answeredBy;
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

struct ActionChange
{
    EventId event;
    QString by;
    Instant at{};
    QString field; // text, owner, due, category, horizon, ticket, state
    QString before;
    QString after;
    bool operator==(const ActionChange &) const = default;
};

struct ActionItem
{
    EventId id;
    QString text;
    QString owner;
    QString due;      // a date of the plan's zone, "2026-12-01"; empty: none
    QString category; // prevent, detect, respond
    QString horizon;
    QString ticket;
    QString state = QStringLiteral("open"); // open, done, dropped
    Instant at{};
    std::optional<Instant> closedAt;
    QString by;
    QList<ActionChange> history; // the oldest first
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

struct IncidentLink
{
    QString other;    // a reference
    QString relation; // related, duplicate, caused-by, merged-into, merged-from
    QString otherId;  // its id; empty: linked by reference alone
    EventId event;
    bool operator==(const IncidentLink &) const = default;
};

} // namespace qd
