#pragma once
// Two people wrote one section without having seen each other's text: what both changed is put together (libgit2), sentence by sentence
// where that is clean, else line by line. A true conflict keeps both, between marks with the names of those who wrote them.

#include "models/review/review.h"

namespace qd::review {

struct MergeConflict // in MergedText::text
{
    qsizetype at = 0;     // of the first mark
    qsizetype length = 0; // up to the end of the last mark's line
    QString mine;
    QString theirs;
    bool operator==(const MergeConflict &) const = default;
};

struct MergedText
{
    QString text;
    std::vector<MergeConflict> conflicts; // in their order
    bool operator==(const MergedText &) const = default;
};

// `base`: the text that both began with. The names stand in the marks of a conflict.
[[nodiscard]] MergedText mergeTexts(const QString &base, const QString &mine, const QString &theirs, const QString &myName,
                                    const QString &theirName);

struct MergedSection
{
    MergedText merged;
    QStringList by;       // whose versions, the oldest first; one: nothing had to be merged
    QList<EventId> heads; // what a text that takes all of it in is written on top of
};

[[nodiscard]] MergedSection mergeHeads(const WrittenSection &written);

// Of a text with conflicts: as a person chose for one of them. Which is counted from 0.
enum class Choice { Mine, Theirs, Both };
[[nodiscard]] MergedText choose(const MergedText &merged, size_t which, Choice choice);

[[nodiscard]] std::vector<MergeConflict> conflictsIn(const QString &text); // by its marks

} // namespace qd::review
