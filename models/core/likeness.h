#pragma once
// When one incident is like another: what it is looked for by, what it is found by, and what a hit tells.
//
// 1. A word is the stem of one (wordstems.h); empty words, names of people and what was redacted, taken back or ruled out are none.
// 2. Of a restricted incident nothing is found but that it is of the same type or service; its hit tells its codename and no words.
// 3. Drills are like drills, incidents like incidents.

#include "models/core/incident.h"

namespace qd {

struct LikeTerm
{
    QString stem;
    QString word; // as it was written, folded
    double weight = 1;
    bool operator==(const LikeTerm &) const = default;
};

struct LikeQuery
{
    IncidentId self; // not to be found; null: of an incident that is not declared yet
    std::vector<LikeTerm> terms; // the weightiest first
    QStringList services, scenarios;
    QString type, plan;
    Instant at{}; // those near it in time come first where all else is equal
    bool drill = false;
    bool openOnly = false;
    int limit = 8;
    bool operator==(const LikeQuery &) const = default;
};

[[nodiscard]] LikeQuery likeQueryOf(const Incident &incident);

struct LikeText // the stems that an incident is found by
{
    QString title;
    QString causes; // root cause sections, confirmed hypotheses
    QString about;  // type, services, impact, tags, scenarios
    QString said;   // entries and the other sections
    bool operator==(const LikeText &) const = default;
};

[[nodiscard]] LikeText likeTextOf(const Incident &incident);

struct Lesson // what was done last time, a line each; empty: nobody wrote it down
{
    QString cause;
    QString ending;
    bool operator==(const Lesson &) const = default;
};

[[nodiscard]] Lesson lessonOf(const Incident &incident);

struct LikeHit
{
    IncidentId incident;
    QString ref;
    QString title; // the codename where it is restricted
    QString severity, status, type;
    bool open = true, drill = false, restricted = false;
    Instant declaredAt{};
    std::optional<Duration> took; // detection to resolution
    double score = 0;
    QStringList words; // of the query, what told most first
    QStringList services; // that both have
    QStringList scenarios;
    bool sameType = false;
    Lesson lesson; // of a restricted one none
    bool operator==(const LikeHit &) const = default;
};

} // namespace qd
