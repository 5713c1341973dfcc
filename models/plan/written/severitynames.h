#pragma once
// How documents name their severities: P0, SEV-1, S2, "Level 4", "Severity 1", or plain words (Critical, High, Medium, Low).

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace qd::plan::written {

struct SeverityName
{
    QString id;     // as written: "SEV-1"
    QString scheme; // folded: "p", "sev", "s", "level", …; "word"
    int number = 0; // of a word: its place from the most severe
    QString rest;   // what follows on the line: "Critical (Immediate Response)"; of a word: nothing of itself
    QString word;   // of severity that it is called by as well ("Critical"), when it has one
};

// The severity that a title, a cell or an item begins with, behind numbering, emoji and a word such as "Severity:"; also one in brackets at
// its end ("Critical (P0)").
[[nodiscard]] std::optional<SeverityName> severityAt(const QString &text);

// All that it begins with: "P2/P3 - Low" begins with two. Each has what follows the last.
[[nodiscard]] std::vector<SeverityName> severitiesAt(const QString &text);

// The first word of a text, when it is a word of severity in one of several languages ("Kritiek", "High").
[[nodiscard]] std::optional<SeverityName> severityWordAt(const QString &text);

// "Critical user impact (global outage)" -> "Critical user impact": what a severity is called, without asides and times.
[[nodiscard]] QString nameFrom(const QString &rest);

// The severities that a text mentions, of those known: "P0/P1", "SEV-1 and SEV-2", "P0-P3" (all between), "P1 and above", "P2+".
[[nodiscard]] QStringList severitiesIn(const QString &text, const std::vector<SeverityName> &known);

// The same, and where there are none, the one that the text begins with the word of: "Critical: every 15 minutes".
[[nodiscard]] QStringList severitiesNamedIn(const QString &text, const std::vector<SeverityName> &known);

// As a plan names it, in one word: "Level 4" is "Level-4".
[[nodiscard]] QString severityId(const QString &asWritten);

// Of two, the more severe has the lower number; not where the words say otherwise ("Level 4 - Critical").
[[nodiscard]] bool countsUpwards(const std::vector<SeverityName> &known, const QStringList &names);

} // namespace qd::plan::written
