// Pieces of text that is too long to be set at once.
#include "models/exchange/markdownblocks.h"

namespace qd::exchange {

Spans take(const Spans &spans, const SpanCursor &from, qsizetype most)
{
    Spans taken;
    qsizetype at = from.at;
    for (size_t i = from.span; i < spans.size() && most > 0; ++i, at = 0) {
        qsizetype count = std::min(most, spans[i].text.size() - at);
        const bool partsPair = count > 1 && at + count < spans[i].text.size() && spans[i].text[at + count].isLowSurrogate()
            && spans[i].text[at + count - 1].isHighSurrogate();
        count -= partsPair ? 1 : 0;
        taken.push_back(spans[i]);
        if (count < spans[i].text.size())
            taken.back().text = spans[i].text.mid(at, count);
        most = partsPair ? 0 : most - count;
    }
    return taken;
}

void advance(const Spans &spans, SpanCursor &cursor, qsizetype characters)
{
    cursor.at += characters;
    while (cursor.span < spans.size() && cursor.at >= spans[cursor.span].text.size())
        cursor.at -= spans[cursor.span++].text.size();
}

qsizetype lengthOf(const Spans &spans)
{
    qsizetype length = 0;
    for (const Span &span : spans)
        length += span.text.size();
    return length;
}

} // namespace qd::exchange
