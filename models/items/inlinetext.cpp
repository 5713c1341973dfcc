#include "models/items/inlinetext.h"

namespace qd::items {
namespace {

constexpr int deepest = 6; // markers within markers

struct Marker
{
    const char16_t *sign;
    int length;
    InlineStyle style;
};
constexpr Marker markers[] = {{u"**", 2, InlineBold}, {u"~~", 2, InlineStrike}, {u"*", 1, InlineItalic}};

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

QChar shown(QChar c)
{
    const char16_t code = c.unicode();
    if (code == u'\t')
        return QLatin1Char(' ');
    const bool turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f;
    const bool controls = (code < 0x20 && code != u'\n') || (code >= 0x7f && code < 0xa0);
    return turns || controls ? QChar(QChar::ReplacementCharacter) : c;
}

bool isHarmless(QStringView url)
{
    for (const char *scheme : {"https://", "http://", "mailto:"}) {
        const QLatin1String start(scheme);
        if (url.startsWith(start, Qt::CaseInsensitive) && url.size() > start.size())
            return true;
    }
    return false;
}

class Reader
{
public:
    explicit Reader(InlineText &into) : m_into(into) { }

    void read(QStringView source, int depth)
    {
        Closers closers;
        for (qsizetype at = 0; at < source.size();) {
            const qsizetype used = readPiece(source, at, depth, closers);
            if (used == 0)
                put(source[at]);
            at += std::max<qsizetype>(used, 1);
        }
    }

private:
    struct Closers // what was looked for once to the end, and not found, is not looked for again
    {
        bool none[std::size(markers)] = {};
        bool noTick = false, noBracket = false;
    };

    void put(QChar c) { m_into.text += shown(c); }

    void span(qsizetype from, unsigned style, const QString &link = {})
    {
        if (m_into.text.size() > from)
            m_into.spans.push_back({static_cast<int>(from), static_cast<int>(m_into.text.size() - from), style, link});
    }

    qsizetype readPiece(QStringView source, qsizetype at, int depth, Closers &closers) // how much was read; 0: a plain character
    {
        const QChar c = source[at];
        switch (c.unicode()) {
        case u'\\': return readEscape(source, at);
        case u'`': return readCode(source, at, closers);
        case u'*':
        case u'~': return depth < deepest ? readMarked(source, at, depth, closers) : 0;
        case u'[': return depth < deepest ? readLink(source, at, depth, closers) : 0;
        case u'#':
        case u'@': return readMention(source, at);
        case u'h':
        case u'H':
        case u'm': return readAddress(source, at);
        default: return 0;
        }
    }

    qsizetype readEscape(QStringView source, qsizetype at)
    {
        if (at + 1 >= source.size() || !QStringView(u"*~`[]\\").contains(source[at + 1]))
            return 0;
        put(source[at + 1]);
        return 2;
    }

    qsizetype readCode(QStringView source, qsizetype at, Closers &closers)
    {
        const qsizetype end = closers.noTick ? -1 : source.indexOf(u'`', at + 1);
        closers.noTick = end < 0;
        if (end <= at + 1)
            return 0;
        const qsizetype from = m_into.text.size();
        for (const QChar c : source.mid(at + 1, end - at - 1))
            put(c);
        span(from, InlineCode);
        return end + 1 - at;
    }

    static qsizetype closing(QStringView source, qsizetype from, const Marker &marker)
    {
        const QStringView sign(marker.sign, marker.length);
        for (qsizetype end = source.indexOf(sign, from); end >= 0; end = source.indexOf(sign, end + 1)) {
            const bool longer =
                marker.length == 1 && ((end + 1 < source.size() && source[end + 1] == sign[0]) || (end > 0 && source[end - 1] == sign[0]));
            if (end > from && !source[end - 1].isSpace() && !longer)
                return end;
        }
        return -1;
    }

    qsizetype readMarked(QStringView source, qsizetype at, int depth, Closers &closers)
    {
        for (size_t i = 0; i < std::size(markers); ++i) {
            const Marker &marker = markers[i];
            const qsizetype from = at + marker.length;
            if (!source.mid(at).startsWith(QStringView(marker.sign, marker.length)))
                continue;
            const bool opens =
                from < source.size() && !source[from].isSpace() && source[from] != marker.sign[0] && (at == 0 || !isWord(source[at - 1]));
            if (!opens || closers.none[i])
                return 0;
            const qsizetype end = closing(source, from, marker);
            closers.none[i] = end < 0;
            if (end < 0)
                return 0;
            const qsizetype start = m_into.text.size();
            read(source.mid(from, end - from), depth + 1);
            span(start, marker.style);
            return end + marker.length - at;
        }
        return 0;
    }

    qsizetype readLink(QStringView source, qsizetype at, int depth, Closers &closers)
    {
        const qsizetype middle = closers.noBracket ? -1 : source.indexOf(u"](", at);
        closers.noBracket = middle < 0;
        const qsizetype end = middle < 0 ? -1 : source.indexOf(u')', middle);
        if (middle <= at + 1 || end < 0 || source.mid(at + 1, middle - at - 1).contains(u'['))
            return 0;
        const QStringView url = source.mid(middle + 2, end - middle - 2);
        if (!isHarmless(url) || std::any_of(url.begin(), url.end(), [](QChar c) { return c.isSpace() || shown(c) != c; }))
            return 0;
        const qsizetype start = m_into.text.size();
        read(source.mid(at + 1, middle - at - 1), depth + 1);
        span(start, InlineLink, url.toString());
        return end + 1 - at;
    }

    qsizetype readMention(QStringView source, qsizetype at)
    {
        if (at > 0 && !source[at - 1].isSpace() && source[at - 1] != u'(')
            return 0;
        qsizetype end = at + 1;
        while (end < source.size() && (isWord(source[end]) || source[end] == u'-' || source[end] == u'.'))
            ++end;
        while (end > at + 1 && source[end - 1] == u'.')
            --end;
        if (end == at + 1)
            return 0;
        const qsizetype from = m_into.text.size();
        for (const QChar c : source.mid(at, end - at))
            put(c);
        span(from, InlineMention);
        return end - at;
    }

    qsizetype readAddress(QStringView source, qsizetype at)
    {
        if ((at > 0 && isWord(source[at - 1])) || !isHarmless(source.mid(at)))
            return 0;
        qsizetype end = at;
        while (end < source.size() && !source[end].isSpace() && !QStringView(u"<>\"`").contains(source[end])
               && shown(source[end]) == source[end])
            ++end;
        while (end > at && QStringView(u".,;:!?)*~").contains(source[end - 1]))
            --end;
        const QStringView url = source.mid(at, end - at);
        if (!isHarmless(url))
            return 0;
        const qsizetype from = m_into.text.size();
        m_into.text += url;
        span(from, InlineLink, url.toString());
        return end - at;
    }

    InlineText &m_into;
};

} // namespace

InlineText readInline(const QString &markdown)
{
    InlineText read;
    read.text.reserve(markdown.size());
    Reader(read).read(markdown, 0);
    return read;
}

} // namespace qd::items
