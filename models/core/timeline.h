#pragma once
// The timeline: what people wrote and what the record says happened. Times are UTC.

#include "models/core/event.h"

#include <QStringList>

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
    bool internal = false; // stays out of what is given to the outside; the tag #internal says so too
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

struct Attachment
{
    QString sha256; // hex
    QString name;
    QString mime;
    qint64 size = 0;
    EventId entry; // null: it belongs to the incident
    EventId event;
    bool operator==(const Attachment &) const = default;
};

inline constexpr qint64 largestAttachment = 64LL << 20; // bytes; what is larger is kept elsewhere, and its place logged

} // namespace qd

// A list of them grows by moving its memory as a whole: one more entry after a hundred thousand costs what one after ten costs.
Q_DECLARE_TYPEINFO(qd::TimelineEntry, Q_RELOCATABLE_TYPE);
