#include "models/review/blame.h"

#include "models/review/blameforms.h"
#include "models/review/sentences.h"

#include <map>

namespace qd::review {
namespace {

using Match = QRegularExpressionMatch;

QRegularExpression made(const char *pattern)
{
    QRegularExpression expression(QString::fromLatin1(pattern),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    expression.optimize();
    return expression;
}

// A beginning of a word of each form: what has none of them is not looked at again.
constexpr char beginnings[] =
    "should ought must need could had blam fault guilt culprit caus careless negl incompet slopp stupid idiot moron reckless lazi lazy "
    "unprofession irrespons respons clueless inept thoughtless complacen amateur inexcus unforgiv bone half mistake error blunder "
    "oversight judg misjudg forg omit bother care attention never didn did don does not fail refus broke crash kill ruin botch bungl wreck "
    "mess screw fuck muck cock fumbl goof flub sabotag blew drop cut corners slack panick slept asleep fell doz wrong idea let took take "
    "taken brought knock down offline overlook mis mix muddle disregard violat ignor typo acciden inadvert unintent skip bypass circumvent "
    "evade flout too rush lack show lost act excuse always constantly keep kept repeatedly routinely habitually again continually trust "
    "can remind tell train retrain warn coach educat teach instruct discipline reprimand punish sack fire hold held account rookie "
    "beginner novice newbie silly dumb foolish schoolboy embarrass basic diligen absence insufficient enough common pebcak pebkac id1 id-1 "
    "knew know whoever compet would due thanks result faulty buggy bad poor badly untested defect unreviewed flawed without chose decided "
    "elected opted slip through proud stubborn problem wasn weren isn aren introduc inattent ignoran haste hast blind erroneous incorrect "
    "negligent offending guilty failure nobody no-one cannot hubris arrogan nuked tank trash wip fried fat pressed part deserv slow delay "
    "drag wait react escalat broken hasn doing just simply gave through inexperien impatien indecision indiffer mishandl clumsi warned "
    "still went despite spite although even against assumed guessed hoped merely naive";

// Of those that need no person.
constexpr char freeBeginnings[] = "careless negl incompet slopp stupid idiot moron reckless lazi lazy unprofession irrespons clueless "
                                  "inept thoughtless complacen amateur "
                                  "inexcus unforgiv bone half mistake error blunder lack absence insufficient enough pebcak pebkac id1 "
                                  "id-1 whoever nobody no-one no guilty "
                                  "offending should ought ignoran haste hast respons fault blame stupidity arrogan inattent would could";

QRegularExpression anyOf(const char *words)
{
    std::map<QChar, QStringList> byLetter; // so that a word is held against few
    for (const QString &word : QString::fromLatin1(words).split(QLatin1Char(' ')))
        byLetter[word[0]] << QRegularExpression::escape(word.mid(1));
    QStringList letters;
    for (const auto &[letter, rests] : byLetter)
        letters << QStringLiteral("%1(?:%2)").arg(letter).arg(rests.join(QLatin1Char('|')));
    return made(QStringLiteral("\\b(?:%1)").arg(letters.join(QLatin1Char('|'))).toLatin1().constData());
}

const QRegularExpression &wordsOfBlame()
{
    static const QRegularExpression words = anyOf(beginnings);
    return words;
}

bool isMeant(const QString &sentence)
{
    static const QRegularExpression meant = made("\\b(?:deliberately|on purpose|intentionally|as planned|as (?:the|our) "
                                                 "(?:runbook|plan|procedure)|for the (?:drill|exercise|test))\\b");
    return meant.match(sentence).hasMatch();
}

// The sentence goes on to what lay behind it.
bool isReasoned(QStringView rest)
{
    static const QRegularExpression reason =
        made("\\b(?:because (?!(?:he|she|they|of (?:his|her|their)|[a-z]+ (?:was|were) (?:careless|lazy|not)))|since "
             "(?:the|it|its|there|no|both)|as (?:the|it|its|there|no|both|all)\\b|due to (?:the|a|an|its)|which "
             "(?:was|were|is|had|did|no)|until|escalated to|but (?:the|it|its|no|nothing|there)\\b|that (?:was|were) "
             "(?:hidden|buried|muted|unclear)|whose|hidden|buried|harmless|by now)");
    return reason.match(rest).hasMatch();
}

bool isExcused(const BlameForm &form, const QString &sentence, qsizetype end)
{
    return (form.excuse == Excuse::Purpose && isMeant(sentence))
        || (form.excuse == Excuse::Reason && (isMeant(sentence) || isReasoned(QStringView(sentence).mid(end))));
}

// The last word before a person, in every form that stands around one.
bool leadsToPerson(QStringView before)
{
    static const QStringList list =
        QStringLiteral(
            "by if only had of on with to is was were simply clearly obviously just again course than blame blames blamed blaming "
            "squarely remind tell train retrain re-train warn coach educate teach instruct discipline reprimand punish sack fire "
            "hold holding held from")
            .split(u' ');
    static const QSet<QString> words(list.begin(), list.end());
    const QStringView text = before.trimmed();
    qsizetype from = text.size();
    while (from > 0 && !text[from - 1].isSpace() && text[from - 1] != u',' && text[from - 1] != u';' && text[from - 1] != u':')
        --from;
    return words.contains(text.mid(from).toString().toLower());
}

bool isSupposed(QStringView sentence, qsizetype at) // "if", "whether" before it
{
    static const QRegularExpression supposing = made("\\b(?:if|whether|unless|in case|even though it seemed)\\b[^,]*\\z");
    const qsizetype from = std::max<qsizetype>(0, at - 60);
    return supposing.match(sentence.mid(from, at - from)).hasMatch();
}

class Judge
{
public:
    Judge(const QString &sentence, const People &people)
        : m_sentence(sentence),
          m_mentions(QStringView(sentence).trimmed().endsWith(u'?') ? std::vector<Mention>() : people.in(m_sentence))
    {
    }

    std::optional<Blame> blame() const // the first in the sentence
    {
        std::optional<Blame> first;
        const auto take = [&first](const std::optional<Blame> &found) {
            if (found && (!first || found->start < first->start))
                first = found;
        };
        static const QRegularExpression wordsOfJudgement = anyOf(freeBeginnings);
        if (wordsOfJudgement.match(m_sentence).hasMatch() && anyForm().free.match(m_sentence).hasMatch())
            byForms(Stands::Free, [&](const CompiledForm &form) { take(freely(form)); });
        for (const Mention &mention : m_mentions) {
            if (anyForm().after.match(QStringView(m_sentence).mid(mention.end)).hasMatch())
                byForms(Stands::After, [&](const CompiledForm &form) { take(of(form, mention)); });
            if (leadsToPerson(before(mention)) && anyForm().around.match(before(mention)).hasMatch())
                byForms(Stands::Around, [&](const CompiledForm &form) { take(of(form, mention)); });
        }
        return first;
    }

private:
    template<class Try>
    static void byForms(Stands stands, const Try &tryForm)
    {
        for (const CompiledForm &form : blameForms()) {
            if (form.form->stands == stands)
                tryForm(form);
        }
    }

    [[nodiscard]] QStringView before(const Mention &mention) const
    {
        const qsizetype from = std::max<qsizetype>(0, mention.start - 80);
        return QStringView(m_sentence).mid(from, mention.start - from);
    }

    std::optional<Blame> freely(const CompiledForm &form) const
    {
        for (auto it = form.before.globalMatch(m_sentence); it.hasNext();) {
            const Match match = it.next();
            if (!isDenied(m_sentence, match.capturedStart()) && !isOfCustomers(match.capturedStart()))
                return Blame{match.capturedStart(), match.capturedLength(), {}, QString::fromLatin1(form.form->suggestion)};
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isOfCustomers(qsizetype at) const // "users were careless with their tokens"
    {
        static const QRegularExpression theirs = made("\\b(?:customer|user|client|visitor|attacker|guest|player|reader|shopper|spammer)s? "
                                                      "(?:is|are|was|were|be|had been)(?: \\w+)?\\s*\\z");
        return theirs.match(QStringView(m_sentence).left(at)).hasMatch();
    }

    std::optional<Blame> of(const CompiledForm &form, const Mention &mention) const
    {
        if ((form.form->of & static_cast<unsigned>(mention.who)) == 0)
            return std::nullopt;
        const Match after = form.after.match(QStringView(m_sentence).mid(mention.end));
        if (!after.hasMatch())
            return std::nullopt;
        qsizetype start = mention.start;
        const bool around = form.form->stands == Stands::Around;
        if (around) {
            const QStringView words = before(mention);
            const Match match = form.before.match(words);
            if (!match.hasMatch())
                return std::nullopt;
            start = mention.start - words.size() + match.capturedStart();
        }
        const qsizetype end = mention.end + after.capturedLength();
        if (isDenied(m_sentence, start) || (!around && isSupposed(m_sentence, start)) || isExcused(*form.form, m_sentence, end))
            return std::nullopt;
        return Blame{start, end - start, {}, QString::fromLatin1(form.form->suggestion)};
    }

    const QString m_sentence;
    const std::vector<Mention> m_mentions; // none in a question
};

} // namespace

bool mayBlame(const QString &text)
{
    return wordsOfBlame().match(text).hasMatch();
}

bool isDenied(QStringView sentence, qsizetype at)
{
    static const QRegularExpression clause =
        made("\\b(?:and|but|so|yet|however|while|although)\\b|, (?:wh(?:o|ich)|he|she|they|it|this|that|the)\\b|(?<!not )(?<!n't )(?<!just "
             ")(?<!simply )(?<!only )\\bbecause\\b|:");
    static const QRegularExpression denial =
        made("\\b(?:not|no|nobody|never|none|cannot|without|[a-z]{2,6}n't|rather than|instead "
             "of|avoid(?:s|ing)?|blameless\\w*|neither|nor|hardly|wrong to|unfair|unjust|hindsight|easy to|tempting "
             "to|whether|myth|pointless|useless|less about|prevents?|so that|in case|lest|forbid\\w*|stop(?:s|ped)? "
             "(?:short|blaming)|refrain\\w*|far from|anything but)\\b");
    const qsizetype from = std::max<qsizetype>(0, at - 70);
    QStringView before = sentence.mid(from, at - from);
    for (auto it = clause.globalMatch(before); it.hasNext();) {
        const Match match = it.next();
        if (!it.hasNext())
            return denial.match(before.mid(match.capturedEnd())).hasMatch();
    }
    return denial.match(before).hasMatch();
}

std::vector<Blame> blamesIn(const QString &markdown, const People &people)
{
    if (!mayBlame(markdown))
        return {};
    std::vector<Blame> all;
    const QString text = ownWords(markdown);
    for (const Sentence &sentence : sentencesOf(text)) {
        const QString words = text.mid(sentence.start, sentence.length);
        if (sentence.length < text.size() && !mayBlame(words))
            continue;
        if (std::optional<Blame> found = Judge(words, people).blame()) {
            found->start += sentence.start;
            found->sentence = markdown.mid(sentence.start, sentence.length).simplified();
            all.push_back(*found);
        }
    }
    return all;
}

} // namespace qd::review
