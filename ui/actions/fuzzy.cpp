#include "ui/actions/fuzzy.h"

namespace qd::ui {
namespace {

bool comesInOrder(const QString &wanted, const QString &in)
{
    qsizetype at = -1;
    return std::all_of(wanted.begin(), wanted.end(), [&](QChar letter) { return (at = in.indexOf(letter, at + 1)) >= 0; });
}

// Greedy: a letter is taken where it goes on with a run, else where a word begins with it, else where it comes next.
int wordScore(const QString &wanted, const QString &in)
{
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : wanted) {
        const qsizetype next = in.indexOf(letter, at + 1);
        if (next < 0)
            return comesInOrder(wanted, in) ? static_cast<int>(wanted.size()) : -1;
        const qsizetype word = in.indexOf(QLatin1Char(' ') + QString(letter), std::max<qsizetype>(at, 0));
        const bool runs = at >= 0 && next == at + 1;
        at = !runs && next != 0 && word >= 0 ? word + 1 : next;
        const bool begins = at == 0 || !in[at - 1].isLetterOrNumber();
        score += 1 + (begins ? 8 : 0) + (runs ? 6 : 0);
    }
    return score;
}

} // namespace

int fuzzyScoreFolded(const QStringList &words, const QString &text)
{
    int sum = 0;
    for (const QString &wanted : words) {
        const int score = wordScore(wanted, text);
        if (score < 0)
            return -1;
        sum += score;
    }
    return sum * 4 - static_cast<int>(std::min<qsizetype>(text.size(), 120)) / 8;
}

int fuzzyScore(const QString &typed, const QString &text)
{
    return fuzzyScoreFolded(typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts), text.toCaseFolded());
}

} // namespace qd::ui
