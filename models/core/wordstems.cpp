#include "models/core/wordstems.h"

#include "models/core/foldedwords.h"

#include <QSet>

namespace qd {
namespace {

bool endsWith(const QString &word, const char *ending)
{
    return word.endsWith(QLatin1String(ending));
}

bool hasVowel(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return QStringLiteral("aeiouy").contains(c); });
}

void dropEnding(QString &word, qsizetype length)
{
    word.chop(length);
    const qsizetype size = word.size(); // "dropp" is "drop", but "fill" stays
    if (size > 3 && word[size - 1] == word[size - 2] && !QStringLiteral("aeiouls").contains(word[size - 1]))
        word.chop(1);
}

void dropPlural(QString &word)
{
    if (endsWith(word, "ies") && word.size() > 4)
        word.replace(word.size() - 3, 3, u'y');
    else if (endsWith(word, "sses") || endsWith(word, "xes") || endsWith(word, "ches") || endsWith(word, "shes"))
        word.chop(2);
    else if (endsWith(word, "s") && !endsWith(word, "ss") && !endsWith(word, "us") && !endsWith(word, "is") && word.size() > 3)
        word.chop(1);
}

void dropTense(QString &word)
{
    if (endsWith(word, "ing") && word.size() > 5 && hasVowel(QStringView(word).chopped(3)))
        dropEnding(word, 3);
    else if (endsWith(word, "ed") && word.size() > 4 && hasVowel(QStringView(word).chopped(2)))
        dropEnding(word, 2);
}

} // namespace

QString stemOf(const QString &foldedWord)
{
    QString word = foldedWord;
    if (word.size() < 4 || !std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }))
        return word;
    dropPlural(word);
    dropTense(word);
    if (endsWith(word, "e") && word.size() > 4)
        word.chop(1);
    return word;
}

std::vector<StemmedWord> stemmedWords(const QString &text)
{
    std::vector<StemmedWord> all;
    for (const QString &word : foldedWords(text))
        all.push_back({stemOf(word), word});
    return all;
}

bool isEmptyWord(const QString &foldedWord)
{
    static const QStringList list =
        QStringLiteral(
            "a about after again all also am an and any are as at be because been before being but by can cannot cant could did do does "
            "doing done dont every few for from get gets give goes going had has have he her here his hour hours how i if in into is isnt it its just "
            "last lately like made make makes many may might minute minutes more most much must need needs new no none not now of off often on once "
            "one only or other our out over own part per possible recent recently run runs said same say see second seconds seems she should since so "
            "some someone somebody something still such take taken than that the their them then there they thing things this "
            "those to too two under until up us use used users very was we were what when where whether which while who whom why "
            "will with without would yet you your incident incidents issue issues problem problems")
            .split(u' ');
    static const QSet<QString> words(list.begin(), list.end());
    return words.contains(foldedWord);
}

} // namespace qd
