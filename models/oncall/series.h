#pragma once
// When an event takes place: once, or as often as its rule, its extra dates and its exceptions say.
//
// A shift ends when its wall clock says so: a week from Monday 09:00 to Monday 09:00 has 167 or 169 hours where the clocks change, and the next
// one begins at that same instant. Only where begin and end are in different zones is the length of a series the same in hours.

#include "models/oncall/zonebook.h"

namespace qd::oncall {

struct Window // what of a calendar is looked at
{
    Instant from{};
    Instant to{};
};

struct Occurrence
{
    Instant from{};
    Instant to{};
    Instant id{}; // when its series has it: what a RECURRENCE-ID names
};

struct Budget // of a whole calendar
{
    int steps = 500'000; // of all rules
    int rules = 500;     // in force in the window
    int occurrences = 20'000;
};

struct Expansion
{
    std::vector<Occurrence> occurrences; // that reach into the window
    QString problem;                     // a sentence, of what was left out
};

[[nodiscard]] Expansion expand(const Event &event, const Window &window, ZoneBook &zones, Budget &budget); // of an event with a start
[[nodiscard]] std::optional<Occurrence> onlyOccurrence(const Event &event, ZoneBook &zones);               // absent: it does not last

} // namespace qd::oncall
