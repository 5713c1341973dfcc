#include "models/review/sentences.h"

#include <algorithm>

namespace qd::review {
namespace {

constexpr QChar blanked(u'\u241F'); // no letter, no space: the words on its two sides do not meet
constexpr qsizetype longestQuotation = 600;

bool isHidden(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x20 || code == 0x7F || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

class Reader
{
public:
    explicit Reader(const QString &markdown) : m_text(markdown), m_size(markdown.size()) { m_text.detach(); }

    QString read()
    {
        blankLines();
        for (m_at = 0; m_at < m_size; ++m_at)
            readOne();
        return std::move(m_text);
    }

private:
    void blank(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < std::min(to, m_size); ++i) {
            if (m_text[i] != u'\n')
                m_text[i] = blanked;
        }
    }

    // Fenced code and quoted blocks.
    void blankLines()
    {
        bool fenced = false;
        for (qsizetype from = 0; from < m_size;) {
            qsizetype to = m_text.indexOf(u'\n', from);
            if (to < 0)
                to = m_size;
            const QStringView line = QStringView(m_text).mid(from, to - from).trimmed();
            const bool fence = line.startsWith(u"```") || line.startsWith(u"~~~");
            if (fence || fenced || line.startsWith(u'>'))
                blank(from, to);
            fenced = fenced != fence;
            from = to + 1;
        }
    }

    [[nodiscard]] QChar charAt(qsizetype index) const { return index >= 0 && index < m_size ? m_text[index] : QChar(u' '); }

    void readOne()
    {
        const QChar c = m_text[m_at];
        if (c == u'`')
            blankUntil(u'`', 0, false);
        else if (c == u'"')
            blankUntil(u'"', 2, true);
        else if (c == u'\u201C')
            blankUntil(u'\u201D', 2, true);
        else if ((c == u'\'' || c == u'\u2018') && !charAt(m_at - 1).isLetterOrNumber() && charAt(m_at + 1).isLetter())
            blankUntil(c == u'\'' ? u'\'' : u'\u2019', 2, true);
        else if (c == u'\u2019')
            m_text[m_at] = u'\'';
        else if (c == u':' && charAt(m_at + 1) == u'/' && charAt(m_at + 2) == u'/')
            blankAddress();
        else if (c == u']' && charAt(m_at + 1) == u'(')
            blankTarget();
        else if (c != u'\n' && (isHidden(c) || c.isSpace() || c == u'*' || c == u'~' || c == u'#' || isLoneUnderscore()))
            m_text[m_at] = u' ';
    }

    [[nodiscard]] bool isLoneUnderscore() const
    {
        return m_text[m_at] == u'_' && charAt(m_at - 1) != u'_' && charAt(m_at + 1) != u'_'
            && (!charAt(m_at - 1).isLetterOrNumber() || !charAt(m_at + 1).isLetterOrNumber());
    }

    // Up to the same or the closing mark, in the same paragraph (or line). Fewer than `spaces` blanks inside are a word in marks, which stays.
    void blankUntil(char16_t closing, int spaces, bool overLines)
    {
        int met = 0;
        for (qsizetype i = m_at + 1; i < std::min(m_size, m_at + longestQuotation); ++i) {
            const QChar c = m_text[i];
            if (c == u'\n' && (!overLines || charAt(i + 1) == u'\n'))
                return;
            met += c.isSpace() ? 1 : 0;
            const bool apostrophe = (closing == u'\'' || closing == u'\u2019') && charAt(i + 1).isLetterOrNumber();
            if (c.unicode() != closing || apostrophe)
                continue;
            if (met >= spaces) {
                blank(m_at, i + 1);
                m_at = i;
            }
            return;
        }
    }

    void blankAddress()
    {
        qsizetype from = m_at;
        while (from > 0 && charAt(from - 1).isLetter() && m_at - from < 10)
            --from;
        qsizetype to = m_at;
        while (to < m_size && !m_text[to].isSpace() && m_text[to] != u')')
            ++to;
        blank(from, to);
        m_at = to - 1;
    }

    void blankTarget() // of a link
    {
        const qsizetype end = std::min(m_size, m_at + longestQuotation);
        for (qsizetype i = m_at + 2; i < end && m_text[i] != u'\n'; ++i) {
            if (m_text[i] != u')')
                continue;
            const QStringView target = QStringView(m_text).mid(m_at + 2, i - m_at - 2);
            const bool follows = target.startsWith(u"fact:") || (target.startsWith(u"entry:") && target.contains(u'#'));
            blank(follows ? labelStart() : m_at, i + 1); // the record's words are no one's here
            if (!follows)
                m_text[m_at] = u' ';
            return;
        }
    }

    [[nodiscard]] qsizetype labelStart() const
    {
        const qsizetype open = m_text.lastIndexOf(u'[', m_at);
        return open >= 0 && m_at - open < longestQuotation && !QStringView(m_text).mid(open, m_at - open).contains(u'\n') ? open : m_at;
    }

    QString m_text;
    qsizetype m_size;
    qsizetype m_at = 0;
};

bool beginsItem(QStringView text, qsizetype at) // at the first character of a line
{
    while (at < text.size() && text[at] == u' ')
        ++at;
    if (at >= text.size())
        return true;
    const QChar c = text[at];
    return c == u'\n' || c == u'-' || c == u'+' || c == u'|' || c.isDigit() || c == blanked;
}

bool isAbbreviated(QStringView text, qsizetype at) // the full stop of "e.g.", "i.e.", "vs.", "4.12"
{
    if (at + 1 < text.size() && text[at + 1].isLetterOrNumber())
        return true;
    const QStringView before = text.mid(std::max<qsizetype>(0, at - 4), std::min<qsizetype>(4, at));
    return before.endsWith(u"e.g") || before.endsWith(u"i.e") || before.endsWith(u" vs") || before.endsWith(u" cf");
}

bool endsSentence(QStringView text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u'.': return !isAbbreviated(text, at);
    case u'!':
    case u'?':
    case u';':
    case u'|': return true;
    case u'\n': return beginsItem(text, at + 1);
    default: return false;
    }
}

} // namespace

QString ownWords(const QString &markdown)
{
    return Reader(markdown).read();
}

std::vector<Sentence> sentencesOf(QStringView ownWords)
{
    std::vector<Sentence> all;
    qsizetype start = 0;
    qsizetype gap = -1; // the last blank of this sentence
    for (qsizetype i = 0; i < ownWords.size(); ++i) {
        if (ownWords[i].isSpace())
            gap = i;
        const bool ends = endsSentence(ownWords, i);
        if (!ends && i - start < longestSentence)
            continue;
        const qsizetype end = ends || gap <= start ? i + 1 : gap + 1;
        all.push_back({start, end - start});
        start = end;
        gap = -1;
        i = std::max(i, end - 1);
    }
    if (start < ownWords.size())
        all.push_back({start, ownWords.size() - start});
    return all;
}

} // namespace qd::review
