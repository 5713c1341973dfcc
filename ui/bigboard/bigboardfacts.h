#pragma once
// What the wall shows: values only, from the session at an instant.

#include "models/session/session.h"
#include "ui/theme/theme.h"

namespace qd::ui {

struct WallClock
{
    QString label;
    QString value; // "02:18", "missed by 01:05"
    Colour colour = Colour::Text;
    bool missed = false;
    bool operator==(const WallClock &) const = default;
};

struct WallRole
{
    QString role;
    QString holder;       // empty: nobody
    bool missing = false; // and must be somebody
    bool operator==(const WallRole &) const = default;
};

struct WallEntry
{
    QString time;
    QString word; // "Decision"
    QString text;
    bool strong = false;
    bool operator==(const WallEntry &) const = default;
};

struct BigBoardFacts
{
    QString ref;
    QString title; // the codename of a restricted incident
    int rank = -1;
    QString severity;
    QString status;
    QString elapsedCaption;
    QString elapsed;
    std::vector<WallClock> clocks;  // the most urgent first; four at most
    int moreClocks = 0;             // that are open too
    std::vector<WallRole> roles;    // those that are held or must be, the plan's order
    std::vector<WallEntry> entries; // what mattered last, the latest first
    QString zone;                   // of the entries' times
    QString time;                   // "UTC 14:25:41"
    QString spoken;                 // all of it in a few sentences
    bool operator==(const BigBoardFacts &) const = default;
};

[[nodiscard]] BigBoardFacts bigBoardFacts(const IncidentSession &session, Instant now, const std::function<QString(Instant)> &timeText);

} // namespace qd::ui
