#pragma once
// An event of a calendar as it stands there: wall clocks with the names of their zones, the rule by which it comes again as text.

#include "models/oncall/calendartext.h"

#include <QDate>

#include <optional>

namespace qd::oncall {

struct Moment // a wall clock somewhere
{
    qint64 seconds = 0; // of the wall clock, counted as if it were UTC
    bool isDate = false;
    bool isUtc = false;
    QByteArray zone; // TZID; empty and not UTC: floating
    bool operator==(const Moment &) const = default;
};

struct Length // days are those of the wall clock: 23 to 25 hours
{
    int days = 0;
    qint64 seconds = 0;
};

struct ExtraDate // RDATE
{
    Moment start;
    std::optional<Moment> end;
    std::optional<Length> length;
};

struct Attendee
{
    QString name; // CN
    QString address;
};

struct Event
{
    int line = 0;
    QByteArray uid;
    int sequence = 0;
    bool cancelled = false;
    QString summary;
    QStringList categories;
    std::vector<Attendee> attendees;
    std::optional<Attendee> organizer;
    std::optional<Moment> start;
    std::optional<Moment> end;
    std::optional<Length> length;
    QByteArray rule; // of RRULE; empty: once
    std::vector<ExtraDate> extra;
    std::vector<Moment> except;
    std::optional<Moment> replaces; // RECURRENCE-ID: the occurrence of its series that it stands for
    bool andLater = false;          // and all that follow (RANGE=THISANDFUTURE)
    QStringList problems;           // "line 12: …"
};

[[nodiscard]] Event readEvent(const Component &component);

} // namespace qd::oncall
