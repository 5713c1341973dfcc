#pragma once
// A path of escalation as it is written in one place: people with arrows between them, in a line, down a fence, or in a table.

#include "models/plan/target.h"
#include "models/plan/written/document.h"
#include "models/plan/written/severitynames.h"

namespace qd::plan::written {

struct When // "(If not resolved in 30 min)", "after 15 min unresolved", "first responder"
{
    std::optional<Duration> after;
    QString condition; // empty where the words are a time and nothing else
};
[[nodiscard]] When whenFrom(const QString &text);
[[nodiscard]] std::optional<QStringList> whoAndWhen(const QString &text); // "Team lead: after 15 minutes"; absent: it has no time

struct Reached // on the path
{
    QString who; // empty: nobody is named
    When when;
    int step = 1;
    int line = 0;
    QStringList severities; // empty: every one
};
using Path = std::vector<Reached>;

struct PathContext
{
    const std::vector<SeverityName> &known;
    QStringList severities; // that the titles above name
};

[[nodiscard]] QString personFrom(QString text);   // "Level 2: Team lead (if …)" -> "Team lead"
[[nodiscard]] bool isNobody(const QString &who);  // "-", "Next business day", "Not required"
[[nodiscard]] bool hasArrow(const QString &text); // one that leads from one to the next
[[nodiscard]] Path chainIn(const QString &line, int number, const PathContext &context);
[[nodiscard]] Path drawnIn(const Block &fence, const PathContext &context);
[[nodiscard]] Path tableIn(const Block &table, const PathContext &context);
[[nodiscard]] Path contactsIn(const Block &table, const PathContext &context); // "Role | Contact | When"

// Where a chain begins with the one that the path ended with, it is the same chain.
void join(Path &path, Path chain);

} // namespace qd::plan::written
