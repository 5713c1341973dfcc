#pragma once
// Words of English prose, so far as to see that two forms are one word: "connections" and "connection", "failing" and "failed".

#include <QString>

#include <vector>

namespace qd {

struct StemmedWord
{
    QString stem;
    QString word; // folded, as it was written
    bool operator==(const StemmedWord &) const = default;
};

[[nodiscard]] QString stemOf(const QString &foldedWord);
[[nodiscard]] std::vector<StemmedWord> stemmedWords(const QString &text); // in their order

// Says nothing of what a text is about: "the", "with", "lately".
[[nodiscard]] bool isEmptyWord(const QString &foldedWord);

} // namespace qd
