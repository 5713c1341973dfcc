#pragma once
// Action items over one incident or many: what the list shows, the post-mortem prints and the metrics count. Pure functions, one definition
// each.
//
// 1. A date is a day of the plan's zone; an item is overdue from the day after it. Only an open item with a date of its own is ever overdue.
// 2. An item without a date is expected by the end of its horizon, where the plan says how long that is, counted from the day on which it was
//    added. It was promised to nobody: it is never overdue.
// 3. Closed in time is done, on its date or before. What was dropped was not closed in time; what had no date is counted apart.

#include "models/plan/plan.h"
#include "models/core/incident.h"

#include <QDate>
#include <QTimeZone>

namespace qd::review {

enum class Closing { Open, InTime, Late, WithoutDate, Dropped };
enum class DueState { Closed, Overdue, Today, Ahead, PastExpected, Expected, NoDate };

[[nodiscard]] Closing closingOf(const ActionItem &item, const QTimeZone &zone);
[[nodiscard]] std::optional<bool> closedInTime(const ActionItem &item, const QTimeZone &zone); // absent: open, or done without a date

struct ListedAction
{
    IncidentId incident;
    QString ref;
    QString title; // what may be said of it elsewhere: the codename where it is restricted and has one
    QString severity;
    int rank = -1; // of the severity in its plan, 0 the worst; -1 not known
    bool drill = false;
    bool restricted = false;
    bool disguised = false; // restricted, and the title is a codename
    QString commander;      // of the incident
    QString planId;
    QString planName;
    QStringList horizons; // of the plan
    QTimeZone zone;       // of the plan
    QTime opens;          // its working day
    ActionItem item;
    QDate today;    // in the plan's zone
    QDate due;      // null: none, or none that can be read
    QDate expected; // null: it has a date, or its horizon has no end
    DueState state = DueState::NoDate;
    int days = 0; // from today to the date, or since; never negative
    int age = 0;  // days since it was added
    Closing closing = Closing::Open;

    bool operator==(const ListedAction &) const = default;
    [[nodiscard]] bool isOpen() const { return closing == Closing::Open; }
    [[nodiscard]] int overdueDays() const { return state == DueState::Overdue ? days : 0; } // 0: not overdue
    [[nodiscard]] QDate date() const { return due.isValid() ? due : expected; }
    [[nodiscard]] QDate closedOn() const; // in the plan's zone; null: open
    [[nodiscard]] int lateDays() const;   // of one that was done after its date; else 0
};

using ActionList = std::vector<ListedAction>;
struct Case; // metrics.h

[[nodiscard]] ActionList actionsOf(const plan::Plan &plan, const Incident &incident, Instant now); // in the order of the incident
[[nodiscard]] ActionList actionsOf(const std::vector<Case> &cases, Instant now);

struct ActionFilter // all that is said must hold
{
    QString state = {}; // open, done, dropped; empty: any
    bool overdue = false;
    QString owner = {}; // with or without @, in any case
    bool unowned = false;
    QString category = {};
    QString horizon = {};
    QString plan = {};     // id or name
    QString incident = {}; // a reference, or how one begins
    QString text = {};     // each of its words: in the item's text, owner or ticket, or the incident's reference or title
    bool operator==(const ActionFilter &) const = default;
};

[[nodiscard]] bool passes(const ListedAction &action, const ActionFilter &filter);
[[nodiscard]] ActionList filtered(ActionList actions, const ActionFilter &filter);

enum class ActionOrder { Due, Text, Incident, Owner, Category, Horizon, State, Age };

// Open ones before closed ones, whatever the order. By date: the earliest first, those without one last, what was closed last first.
void sortActions(ActionList &actions, ActionOrder order, bool descending = false);

struct ActionCounts
{
    int all = 0;
    int open = 0;
    int overdue = 0;
    int undated = 0; // open, without a date of its own
    int unowned = 0; // open
    int inTime = 0;
    int late = 0;
    int doneWithoutDate = 0;
    int dropped = 0;
    bool operator==(const ActionCounts &) const = default;
};

void count(ActionCounts &counts, const ListedAction &action);
[[nodiscard]] ActionCounts countsOf(const ActionList &actions);

// In words, for documents and the terminal.
[[nodiscard]] QString standingText(const ListedAction &action); // "3 days overdue", "due in 5 days"; of a closed one as below
[[nodiscard]] QString closingText(const ListedAction &action);  // "open", "done 2026-12-03, 2 days late", "dropped 2026-12-03"
[[nodiscard]] QString expectedText(const ListedAction &action); // "no date, expected by 2026-12-05"

} // namespace qd::review
