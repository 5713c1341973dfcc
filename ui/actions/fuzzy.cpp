#include "ui/actions/fuzzy.h"

namespace qd::ui {

int fuzzyScore(const QString &typed, const QString &text)
{
    const QString wanted = typed.toCaseFolded().remove(QLatin1Char(' '));
    const QString in = text.toCaseFolded();
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : wanted) {
        const qsizetype next = in.indexOf(letter, at + 1);
        const qsizetype word = in.indexOf(QLatin1Char(' ') + QString(letter), std::max<qsizetype>(at, 0));
        if (next < 0)
            return -1;
        const bool runs = at >= 0 && next == at + 1;
        at = !runs && word >= 0 && word + 1 - next < 24 && next != 0 ? word + 1 : next;
        const bool begins = at == 0 || !in[at - 1].isLetterOrNumber();
        score += (begins ? 8 : 0) + (runs ? 6 : 0) + 1;
    }
    return score * 4 - static_cast<int>(std::min<qsizetype>(in.size(), 120)) / 8;
}

} // namespace qd::ui
