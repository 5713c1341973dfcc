#pragma once
// Sentences of what a person wrote as Markdown, for rules that read prose.

#include <QString>

#include <vector>

namespace qd::review {

// The text as its writer speaks: code, addresses, quotations and block quotes are blanked, marks and control characters are blanks, and
// curly apostrophes straight ones. Every place keeps its offset.
[[nodiscard]] QString ownWords(const QString &markdown);

struct Sentence
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const Sentence &) const = default;
};

inline constexpr qsizetype longestSentence = 600; // what runs on is cut, so that no rule meets an endless one

[[nodiscard]] std::vector<Sentence>
sentencesOf(QStringView ownWords); // of a text that ownWords() made; items and table cells are sentences

} // namespace qd::review
