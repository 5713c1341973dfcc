#include "models/core/entrytext.h"

namespace qd {
namespace {

bool belongs(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_') || c == QLatin1Char('.');
}

QStringList marked(const QString &text, QChar mark)
{
    QStringList found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool starts = text[i] == mark && (i == 0 || text[i - 1].isSpace() || text[i - 1] == QLatin1Char('('));
        if (!starts)
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && belongs(text[end]))
            ++end;
        QString word = text.mid(i + 1, end - i - 1);
        while (word.endsWith(QLatin1Char('.')) || word.endsWith(QLatin1Char('-')))
            word.chop(1);
        if (!word.isEmpty() && !found.contains(word))
            found << word;
    }
    return found;
}

} // namespace

QStringList tagsIn(const QString &text)
{
    return marked(text, QLatin1Char('#'));
}

QStringList peopleIn(const QString &text)
{
    return marked(text, QLatin1Char('@'));
}

} // namespace qd
