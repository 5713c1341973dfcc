#pragma once
// The words of a text as names are looked for in it.

#include <QString>
#include <QStringList>

#include <vector>

namespace qd::review {

struct Word
{
    qsizetype at = 0;
    qsizetype length = 0;
    QString folded; // lower case, without accents
};

[[nodiscard]] std::vector<Word> wordsOf(const QString &text); // runs of letters and digits
[[nodiscard]] QStringList foldedNames(const QString &name);   // of a name, its words
[[nodiscard]] bool isTeam(const QStringList &words);          // "platform team"
[[nodiscard]] bool isCommonWord(const QString &word);         // that is a name too: "will"
[[nodiscard]] bool saysNothing(const QString &word);          // "van", "dr": no part of a name by itself

} // namespace qd::review
