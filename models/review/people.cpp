#include "models/review/people.h"

#include "models/review/tradewords.h"

namespace qd::review {
namespace {

constexpr size_t mostMentions = 12; // where more people meet it is a list and no sentence

struct Word
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString low; // lower case
};

bool isOfWord(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isLetterOrNumber() || c == u'_')
        return true;
    const bool joins = c == u'-' || c == u'.';
    return joins && at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber() && text[at + 1].isLetterOrNumber();
}

std::vector<Word> wordsOf(QStringView text)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!isOfWord(text, i)) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && isOfWord(text, i))
            ++i;
        words.push_back({start, i, text.mid(start, i - start).toString().toLower()});
    }
    return words;
}

bool isCapital(QStringView text, const Word &word)
{
    return text[word.start].isUpper();
}

// Nothing but one blank, or the "@" of a name, between them.
bool isNext(QStringView text, const Word &word, const Word &next)
{
    return next.start - word.end == 1 && text[word.end].isSpace();
}

class Finder
{
public:
    explicit Finder(QStringView sentence) : m_text(sentence), m_words(wordsOf(sentence)) { }

    template<class IsName>
    std::vector<Mention> find(const IsName &isName)
    {
        for (m_at = 0; m_at < m_words.size() && m_found.size() < mostMentions; ++m_at) {
            const Word &word = m_words[m_at];
            if (isName(m_text.mid(word.start, word.end - word.start)))
                takeName();
            else if (word.low == QLatin1String("who"))
                takeWho();
            else if (const std::optional<Who> who = personWord(word.low, m_text.mid(word.start, word.end - word.start)))
                takeTrade(*who);
        }
        return std::move(m_found);
    }

private:
    void takeName() // and the family name after it
    {
        const qsizetype start = m_words[m_at].start;
        while (m_at + 1 < m_words.size() && isNext(m_text, m_words[m_at], m_words[m_at + 1]) && isCapital(m_text, m_words[m_at + 1])
               && !isPersonWord(m_words[m_at + 1].low))
            ++m_at;
        m_found.push_back({start, m_words[m_at].end, Who::Name});
    }

    void takeWho() // "Dana, who forgot", "the one who"
    {
        const Word &word = m_words[m_at];
        const bool afterOne = m_at > 0 && isOneOfUs(m_words[m_at - 1].low);
        const bool afterPerson = !m_found.empty() && m_text.mid(m_found.back().end, word.start - m_found.back().end).trimmed().size() <= 1
            && m_found.back().who != Who::They && m_found.back().who != Who::Unclear;
        if (afterOne || afterPerson)
            m_found.push_back({word.start, word.end, Who::Trade});
    }

    void takeTrade(Who who)
    {
        size_t first = m_at; // with the words that describe it
        size_t known = m_at;
        bool determined = false;
        while (first > 0 && m_at - first < 4 && !determined && isNext(m_text, m_words[first - 1], m_words[first])) {
            const QString &before = m_words[first - 1].low;
            determined = isDeterminer(before);
            if (!determined && !isDescription(before))
                break;
            --first;
            if (known == first + 1 && isDescription(before, true))
                known = first;
        }
        const bool pointed = determined && isPointing(m_words[first].low);
        const bool ours = determined && m_words[first].low == QLatin1String("our");
        const size_t described = determined ? m_at - first - 1 : m_at - known;
        if (!determined)
            first = known;
        if (who == Who::Team && needsDescription(m_words[m_at].low) && (ours || (described == 0 && !pointed)))
            return;
        if (who == Who::Unclear && isSurelyHuman(first))
            who = Who::Trade;
        while (!m_found.empty() && m_found.back().start >= m_words[first].start)
            m_found.pop_back(); // "on-call" of "the on-call engineer"
        if (!m_found.empty() && m_words[first].start < m_found.back().end)
            first = m_at;
        takeLetter();
        m_found.push_back({m_words[first].start, m_words[m_at].end, who});
    }

    void takeLetter() // "Engineer A"
    {
        const bool last = m_at + 1 >= m_words.size() || !isNext(m_text, m_words[m_at], m_words[m_at + 1]);
        if (!last && m_words[m_at + 1].low.size() == 1 && isCapital(m_text, m_words[m_at + 1])
            && m_words[m_at + 1].low != QLatin1String("i"))
            ++m_at;
    }

    // "the operator on duty", "our release manager"
    [[nodiscard]] bool isSurelyHuman(size_t first) const
    {
        for (size_t i = first; i < m_at; ++i) {
            if (isHumanDescription(m_words[i].low))
                return true;
        }
        return m_at + 2 < m_words.size() && m_words[m_at + 1].low == QLatin1String("on")
            && QStringList{QStringLiteral("duty"), QStringLiteral("shift"), QStringLiteral("call")}.contains(m_words[m_at + 2].low);
    }

    QStringView m_text;
    std::vector<Word> m_words;
    std::vector<Mention> m_found;
    size_t m_at = 0;
};

} // namespace

People::People(const Incident &incident)
{
    for (const QString &service : incident.services)
        m_services.insert(service.toLower());
    for (const TimelineEntry &entry : incident.entries) {
        add(entry.author);
        for (const QString &person : entry.people)
            add(person);
    }
    for (const RoleSpan &span : incident.roles)
        add(span.holder);
    for (const Ask &ask : incident.asks)
        add(ask.who);
    for (const ActionItem &action : incident.actions)
        add(action.owner);
}

// A word of a name that is no word of a trade, a team or a program. Of several words only those with a capital are a name's.
void People::add(const QString &person)
{
    if (person.isEmpty() || isProgram(person))
        return;
    const QStringList words = person.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &given : words) {
        const QString word = given.startsWith(QLatin1Char('@')) ? given.mid(1) : given;
        const QString low = word.toLower();
        const bool named = word.size() > 1 && (words.size() == 1 || word[0].isUpper());
        if (named && !isPersonWord(low) && !isDescription(low, true) && !m_services.contains(low))
            m_names.insert(low);
    }
}

bool People::isName(QStringView word) const
{
    const QString low = word.toString().toLower();
    if (m_names.contains(low))
        return word[0].isUpper() || !isWordToo(low);
    return word[0].isUpper() && isFirstName(low) && !m_services.contains(low);
}

std::vector<Mention> People::in(QStringView sentence) const
{
    return Finder(sentence).find([this](QStringView word) { return isName(word); });
}

} // namespace qd::review
