#pragma once
// The schedules at hand, and who is on call by them at an instant.

#include "models/oncall/schedule.h"

namespace qd::oncall {

struct Source // where a schedule comes from
{
    QString place;                   // the path of a file, or an address: https://, http://, webcal://
    std::optional<Level> level = {}; // of everybody in it; absent: what the calendar says
    QString plan = {};               // the plan whose incidents it is for; empty: all
    bool operator==(const Source &) const = default;
};

struct SourceState
{
    Source source;
    std::optional<Schedule> schedule; // the last one that could be read
    std::optional<Instant> readAt;    // when that one was fetched or, of a file, written
    QString problem;                  // why there is none, or no newer one; empty: it is as it should be
    bool operator==(const SourceState &) const = default;

    [[nodiscard]] bool isStale() const { return schedule && !problem.isEmpty(); }
};

using Roster = std::vector<SourceState>;

struct OnDuty
{
    QString person;
    QString address;
    Level level = Level::Primary;
    Instant from{};
    Instant until{};               // of shifts that follow each other without a gap: of the last
    std::optional<Instant> asOf{}; // of a schedule that could not be fetched anew: when it was
    bool operator==(const OnDuty &) const = default;
};

struct Gap // a level that has a schedule, and nobody in it now
{
    Level level = Level::Primary;
    std::optional<Shift> next; // absent: none in sight
    bool operator==(const Gap &) const = default;
};

struct OnCallNow
{
    std::vector<OnDuty> people; // primary first; of one level whoever came on last
    std::vector<Gap> gaps;
    std::vector<Shift> next; // of each level the next to begin
    bool operator==(const OnCallNow &) const = default;

    [[nodiscard]] const OnDuty *first(Level level) const; // nullptr: nobody
    [[nodiscard]] const OnDuty *find(const QString &person) const;
};

[[nodiscard]] OnCallNow onCallAt(const Roster &roster, const QString &plan, Instant instant);

[[nodiscard]] bool isAddress(const QString &place);       // a feed, not a file
[[nodiscard]] QString fetchAddress(const QString &place); // webcal:// is https://
[[nodiscard]] QString shortPlace(const QString &place);   // for people: a feed's address without what may be secret in it
[[nodiscard]] bool isPlace(const QString &text);          // can be read from: what a plan says of its schedule may also be mere words

// "primary https://…", as it is kept among the settings.
[[nodiscard]] QString toText(const Source &source);
[[nodiscard]] std::optional<Source> sourceOf(const QString &text);

} // namespace qd::oncall
