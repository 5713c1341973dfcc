#include "models/review/blame.h"

#include "models/review/blameforms.h"
#include "models/review/sentences.h"

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

// A word of each form: what has none of them is not looked at again.
const QRegularExpression &wordsOfBlame()
{
    static const QRegularExpression words =
        made("should|shouldn|ought|must|needs? "
             "|could|\\bhad\\b|blam|fault|guilt|culprit|cause|careless|negl|incompet|slopp|stupid|idiot|moron|reckless|lazi|lazy|"
             "profession|irrespons|respons|clueless|inept|thoughtless|complacen|amateur|inexcus|unforgiv|headed|-assed|mistake|error|"
             "blunder|oversight|judg|forg|omit|bother|care|attention|never|didn|did "
             "not|failed|failing|failure|refus|broke|faulty|buggy|\\bbad|badly|poor|untested|defect|unreviewed|flawed|without|crash|ruin|"
             "botch|bungl|wreck|mess|screw|fuck|muck|fumbl|goof|sabotag|blew|dropped|corners|slack|panick|slept|asleep|asleep|dozed|compet|"
             "would (?:have|never)|due to|thanks to|follow|wrong|idea|let "
             "|offline|down\\b|overlook|mis(?:s|r|c|h|t|j|u|m|p|-)|mixed|muddled|disregard|violat|ignor|typo|acciden|inadvert|unintent|"
             "skipp|chose|decided|elected|opted|slip|through|proud|stubborn|problem|bypass|circumvent|evade|flout|too "
             "|rush|lack|lost|excuse|always|constantly|keep|kept|repeatedly|trust|remind|train|discipline|reprimand|punish|sack|fire\\b|"
             "accountable|rookie|beginner|novice|newbie|silly|dumb|foolish|schoolboy|embarrass|diligen|common "
             "sense|pebkac|pebcak|id-?10|knew|known|finger|guess|haste|hast|blind|nuked|taken|doing");
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
             "(?:hidden|buried|muted|unclear)|whose|hidden|buried)");
    return reason.match(rest).hasMatch();
}

bool isExcused(const BlameForm &form, const QString &sentence, qsizetype end)
{
    return (form.excuse == Excuse::Purpose && isMeant(sentence))
        || (form.excuse == Excuse::Reason && (isMeant(sentence) || isReasoned(QStringView(sentence).mid(end))));
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
    Judge(const QString &sentence, const People &people) : m_sentence(sentence), m_mentions(people.in(m_sentence))
    {
        m_asks = m_sentence.trimmed().endsWith(u'?');
    }

    std::optional<Blame> blame() const // the first in the sentence
    {
        std::optional<Blame> first;
        for (const CompiledForm &form : blameForms()) {
            const std::optional<Blame> found = form.form->stands == Stands::Free ? freely(form) : ofPeople(form);
            if (found && (!first || found->start < first->start))
                first = found;
        }
        return first;
    }

private:
    std::optional<Blame> freely(const CompiledForm &form) const
    {
        for (auto it = form.before.globalMatch(m_sentence); it.hasNext();) {
            const Match match = it.next();
            if (!isDenied(m_sentence, match.capturedStart()))
                return Blame{match.capturedStart(), match.capturedLength(), {}, QString::fromLatin1(form.form->suggestion)};
        }
        return std::nullopt;
    }

    std::optional<Blame> ofPeople(const CompiledForm &form) const
    {
        for (const Mention &mention : m_mentions) {
            if (!m_asks && (form.form->of & static_cast<unsigned>(mention.who)) != 0) {
                if (const std::optional<Blame> found = of(form, mention))
                    return found;
            }
        }
        return std::nullopt;
    }

    std::optional<Blame> of(const CompiledForm &form, const Mention &mention) const
    {
        const Match after = form.after.match(QStringView(m_sentence).mid(mention.end));
        if (!after.hasMatch())
            return std::nullopt;
        qsizetype start = mention.start;
        const bool around = form.form->stands == Stands::Around;
        if (around) {
            const qsizetype from = std::max<qsizetype>(0, mention.start - 80);
            const Match before = form.before.match(QStringView(m_sentence).mid(from, mention.start - from));
            if (!before.hasMatch())
                return std::nullopt;
            start = from + before.capturedStart();
        }
        const qsizetype end = mention.end + after.capturedLength();
        if (isDenied(m_sentence, start) || (!around && isSupposed(m_sentence, start)) || isExcused(*form.form, m_sentence, end))
            return std::nullopt;
        return Blame{start, end - start, {}, QString::fromLatin1(form.form->suggestion)};
    }

    const QString m_sentence;
    const std::vector<Mention> m_mentions;
    bool m_asks = false;
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
        if (!mayBlame(words))
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
