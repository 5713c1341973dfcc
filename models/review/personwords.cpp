#include "models/review/personwords.h"

#include <QSet>

namespace qd::review {
namespace {

using Words = QSet<QString>;

Words split(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

bool belongs(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

QString folded(QStringView text)
{
    QString plain;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c;
    }
    return plain.toCaseFolded();
}

} // namespace

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!belongs(text[i])) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < text.size() && belongs(text[i]))
            ++i;
        words.push_back({begin, i - begin, folded(QStringView(text).mid(begin, i - begin))});
    }
    return words;
}

QStringList foldedNames(const QString &name)
{
    QStringList names;
    for (const Word &word : wordsOf(name))
        names << word.folded;
    return names;
}

bool isTeam(const QStringList &words)
{
    static const Words team =
        split("team teams group squad crew desk department dept support oncall operations ops sre noc soc engineering "
              "engineers management security responders everybody everyone all nobody vendor provider");
    return std::any_of(words.begin(), words.end(), [](const QString &word) { return team.contains(word); });
}

bool isCommonWord(const QString &word)
{
    static const Words common =
        split("will mark may rose grant art bill chase dawn drew faith frank grace hope hunter jack joy june april august "
              "max miles nick pat pierce ray rich rob sandy sky sue summer trip victor ward wade dean lane page case "
              "cliff glen heath reed stone young long short white black green brown gray king day price sharp savage "
              "baker cook carter mason fisher power powers fields rivers wells banks bush wood woods field hill lake "
              "an so do go no is it on to he me we my or us in at by be as");
    return common.contains(word);
}

bool saysNothing(const QString &word)
{
    static const Words nothing =
        split("van von der den de da dos del la el bin ibn al the and dr mr mrs ms prof jr sr st ter ten le du di");
    return nothing.contains(word);
}

} // namespace qd::review
