#pragma once
// A plan as a tree of facts, each with its words: what a person reads, edits and compares, whatever part of the plan it is in.
//
// 1. The tree walks fields.h, so that no key can be forgotten. Where facts come from (`lines`) and what an import says (`conflicts`,
//    `unread`) is not in it.
// 2. `path` nests as the plan file does, by place: "severities/0/respond_within", as the checker speaks of it. `name` says the same by
//    ids and stays when the order changes: "severities/P0/respond_within".
// 3. Words are those of the plan format ("15m", "3 business days", "yes"). What reads them back says what would be right.

#include "models/core/result.h"
#include "models/plan/plan.h"

namespace qd::plan {

enum class FactKind {
    Words,  // one value
    Time,   // a duration or a target
    Prose,  // one value of several lines
    Flag,   // "yes", "no", or nothing
    List,   // texts, a line each
    Blocks, // children are its elements
    Block,  // children are its keys
};

struct Fact
{
    QString path;
    QString name;
    QString title; // "Respond within"; of an element what it is called: "P0 Critical"
    FactKind kind = FactKind::Words;
    QString words; // of a Block or Blocks: empty; empty: the plan does not say
    bool required = false;
    bool byPlace = false;       // of Blocks: its elements have no ids, so that their names are those of their places
    std::vector<Fact> children; // of a List of texts: each of them
    bool operator==(const Fact &) const = default;
};

[[nodiscard]] std::vector<Fact> factsOf(const Plan &plan);
[[nodiscard]] const Fact *findFact(const std::vector<Fact> &facts, const QString &name); // nullptr: none; by `name`

[[nodiscard]] QString titleOfKey(const QString &key); // "respond_within": "Respond within"

[[nodiscard]] QString spokenWords(const Fact &fact); // for people: "15 min" for "15m"

// Every function below leaves the plan as it was when it fails; a path that leads nowhere is refused.
[[nodiscard]] Result<void> setWords(Plan &plan, const QString &path, const QString &words);       // empty words: the plan does not say
[[nodiscard]] Result<QString> addElement(Plan &plan, const QString &list, const QString &called); // at the end; gives its path
[[nodiscard]] Result<QString> copyElement(Plan &plan, const QString &path);                       // behind it, under an id of its own
[[nodiscard]] Result<void> removeElement(Plan &plan, const QString &path);
[[nodiscard]] Result<QString> moveElement(Plan &plan, const QString &path, int by); // gives its new path; past the end: it stays

// The value that `from` has under that name: put in its place, or behind the last where it is an element that `to` has not.
[[nodiscard]] Result<void> copyFact(Plan &to, const QString &name, const Plan &from);

[[nodiscard]] QString pathOf(const Plan &plan, const QString &name); // empty: none
[[nodiscard]] QString nameOf(const Plan &plan, const QString &path); // empty: none

struct FactProblem
{
    QString path;
    QString what;
    bool operator==(const FactProblem &) const = default;
};
[[nodiscard]] std::vector<FactProblem> problemsOf(const Plan &plan); // of the checker, and what is missing; in the order of the tree

} // namespace qd::plan
