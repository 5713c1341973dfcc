#pragma once
// The post-mortem as it is written: its sections and who wrote what on top of what, who reviews it, what was said of it, what was final.
// Times are UTC.

#include "models/core/event.h"

#include <QHash>
#include <QList>

#include <optional>

namespace qd {

struct SectionVersion
{
    EventId event;
    QString text; // Markdown
    QString by;
    Instant at{};
    QList<EventId> bases; // the versions that its author had seen; none: the first
    bool operator==(const SectionVersion &) const = default;
};

// Two people may write one section without having seen each other's text. Both are kept as heads until somebody writes on top of them.
struct WrittenSection
{
    QString section; // id
    QString text;    // of the newest version
    QString by;
    Instant at{};
    EventId event;
    QList<SectionVersion> versions; // all of them, in the order of the log; the last is the newest
    QList<EventId> heads;           // those on top of which nothing was written, in the order of the log
    bool operator==(const WrittenSection &) const = default;
    [[nodiscard]] const SectionVersion *version(const EventId &id) const; // nullptr: none
};

struct Reviewer
{
    QString who;
    QString askedBy; // empty: nobody asked
    Instant askedAt{};
    QString verdict; // approved, changes; empty: no answer yet
    QString note;
    std::optional<Instant> answeredAt;
    EventId event; // the answer, else the request
    bool operator==(const Reviewer &) const = default;
};

struct ReviewComment
{
    EventId id;
    QString section;
    QString quote; // the words of the section that it is about; empty: the whole
    QString text;
    QString by;
    Instant at{};
    EventId about; // the comment that it answers; null: it begins a thread
    bool resolved = false;
    QString resolvedBy;
    bool operator==(const ReviewComment &) const = default;
};

struct Dismissal // of what the lint found
{
    QString finding; // its key
    QString reason;
    QString by;
    Instant at{};
    EventId event;
    bool operator==(const Dismissal &) const = default;
};

// The post-mortem was made final on what was known then: of each console, its events up to a stamp. See knownAt() in fold.h.
struct FinalVersion
{
    EventId event;
    QString by;
    Instant at{};
    QHash<ConsoleId, Stamp> knew;
    bool operator==(const FinalVersion &) const = default;
};

} // namespace qd
