#pragma once
// Blame in prose: a person as the subject of fault. It reads English, and rather misses a sentence than it speaks on one that blames nobody.

#include "models/review/people.h"

namespace qd::review {

struct Blame
{
    qsizetype start = 0; // of the words that blame, in the text as it was given
    qsizetype length = 0;
    QString sentence;   // that they stand in
    QString suggestion; // how to name the system instead
};

[[nodiscard]] std::vector<Blame> blamesIn(const QString &markdown, const People &people); // one a sentence
[[nodiscard]] bool mayBlame(const QString &text);                                         // quick: false where no word of blame is in it
[[nodiscard]] bool isDenied(QStringView sentence, qsizetype at); // "not", "nobody", "rather than" before it, in the same clause

} // namespace qd::review
