// Paragraphs, lists, quotes, code and pictures in the flow.
#include "models/exchange/pageflow.h"

namespace qd::exchange {
namespace {

const Face bodyFace{9.5};
const Face codeFace{8.5, print::ink, print::ink, false, true, 1.4};
constexpr qsizetype longestPiece = 4000; // characters that are set at once
constexpr qreal step = 14;               // points, of a list or a quote

Face softFace(qreal size)
{
    Face face{size};
    face.colour = print::soft;
    return face;
}

// A link on paper says where it leads.
Spans withAddresses(const Spans &spans)
{
    Spans all;
    for (size_t i = 0; i < spans.size(); ++i) {
        all.push_back(spans[i]);
        const bool ends = i + 1 == spans.size() || spans[i + 1].link != spans[i].link;
        if (!spans[i].link.isEmpty() && ends && spans[i].link != spans[i].text)
            all.push_back(Span{QStringLiteral(" (%1)").arg(spans[i].link)});
    }
    return all;
}

} // namespace

qreal PageFlow::indentOf(const Block &block) const
{
    return m_set.pt(step) * (block.indent + block.quoted);
}

// In pieces; the last line of a piece is set again with what follows it, so that no piece shows.
void PageFlow::addFlowing(const Spans &spans, const Face &face, qreal indent, qreal width)
{
    qsizetype rest = lengthOf(spans);
    for (SpanCursor cursor; rest > longestPiece;) {
        const SetText piece = m_set.set(take(spans, cursor, longestPiece), face, width);
        const int lines = std::max(1, piece.lines() - 1);
        const qsizetype used =
            lines < piece.lines() ? piece.layout->lineAt(lines).textStart() : std::max<qsizetype>(1, piece.layout->text().size());
        addLines(piece, indent, lines);
        advance(spans, cursor, used);
        rest -= used;
        if (!m_pace.did(static_cast<double>(used)))
            return;
        if (rest <= longestPiece) {
            addText(m_set.set(take(spans, cursor, rest), face, width), indent);
            m_pace.did(static_cast<double>(rest));
            return;
        }
    }
    addText(m_set.set(spans, face, width), indent);
    m_pace.did(static_cast<double>(rest) + 10);
}

void PageFlow::addMarker(const QString &marker, qreal x)
{
    auto set = m_markers.find(marker);
    if (set == m_markers.end())
        set = m_markers.insert(marker, m_set.set(marker, bodyFace, m_set.pt(60)));
    paintAt(page(), *set, m_body.left() + x - m_set.pt(4), m_y, true);
    if (m_markers.size() > 1000)
        m_markers.clear();
}

void PageFlow::addParagraph(const Block &block)
{
    const qreal indent = indentOf(block);
    const Face face = block.quoted > 0 ? softFace(bodyFace.size) : bodyFace;
    keepTogether(2 * m_set.pt(face.size * face.leading));
    if (!block.marker.isEmpty())
        addMarker(block.marker, indent);
    addFlowing(withAddresses(block.spans), face, indent, m_body.width() - indent);
    m_textEnd = place();
    addSpace(m_set.pt(block.indent > 0 ? 2 : 6));
}

void PageFlow::addCode(const Block &block)
{
    const qreal outer = indentOf(block);
    const qreal inset = m_set.pt(8);
    QString text = plainText(block.spans);
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    text.replace(QLatin1Char('\t'), QLatin1String("    "));
    addSpace(m_set.pt(2));
    keepTogether(m_set.pt(36));
    const Place from = place();
    m_y += m_set.pt(4);
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        addFlowing({Span{line.isEmpty() ? QString(QChar::Nbsp) : line}}, codeFace, outer + inset, m_body.width() - outer - 2 * inset);
        if (m_pace.stopped())
            break;
    }
    m_y += m_set.pt(4);
    backdrop(from, place(), m_body.left() + outer, m_body.width() - outer, print::wash);
    m_textEnd = place();
    addSpace(m_set.pt(8));
}

qreal PageFlow::chartHeight(const Chart &chart) const
{
    return std::min(m_body.height(), m_body.width() * chart.height / std::max(1.0, chart.width));
}

void PageFlow::addChart(const Chart &chart)
{
    const qreal height = chartHeight(chart);
    keepTogether(height);
    m_pages.back().figures.push_back({QRectF(m_body.left(), m_y, m_body.width(), height), chart});
    m_y += height;
}

void PageFlow::addNote(const QString &text, qreal indent)
{
    Span span{text};
    span.emphasis = true;
    addText(m_set.set(Spans{span}, softFace(bodyFace.size), m_body.width() - indent), indent);
}

void PageFlow::addPicture(const OutlinePicture &picture, const QString &caption, qreal indent)
{
    if (const QString trouble = m_pictures.trouble(picture); !trouble.isEmpty()) {
        addNote(QStringLiteral("[picture %1: %2]").arg(caption.isEmpty() ? picture.name : caption, trouble), indent);
        return;
    }
    const QSizeF natural = m_pictures.size(picture);
    const qreal share = std::min(1.0, (m_body.width() - indent) / m_set.pt(natural.width()));
    const QSizeF size(m_set.pt(natural.width()) * share, m_set.pt(natural.height()) * share);
    const SetText below = m_set.set(caption, softFace(8.5), m_body.width() - indent);
    keepTogether(size.height() + m_set.pt(4) + std::min(below.height(), m_set.pt(40)));
    m_pages.back().figures.push_back({QRectF(QPointF(m_body.left() + indent, m_y), size), {}, &picture});
    m_y += size.height() + m_set.pt(4);
    if (!caption.isEmpty())
        addText(below, indent);
    m_pace.did(Pace::step);
}

void PageFlow::addPictureBlock(const Block &block)
{
    const qreal indent = indentOf(block);
    const QString caption = plainText(block.spans).simplified();
    const OutlinePicture *picture = m_pictures.find(block.picture);
    addSpace(m_set.pt(4));
    if (!block.marker.isEmpty())
        addMarker(block.marker, indent);
    if (picture)
        addPicture(*picture, caption.isEmpty() ? picture->caption : caption, indent);
    else
        addNote(QStringLiteral("[picture %1: it is no part of this document]").arg(caption.isEmpty() ? block.picture.left(12) : caption),
                indent);
    m_textEnd = place();
    addSpace(m_set.pt(8));
}

void PageFlow::addBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        addHeading(plainText(block.spans), block.level);
        m_textEnd = place();
        return;
    case Block::Kind::Rule:
        addRule();
        m_textEnd = place();
        return;
    case Block::Kind::Code: addCode(block); return;
    case Block::Kind::Table: addTable(block); return;
    case Block::Kind::Picture: addPictureBlock(block); return;
    case Block::Kind::Paragraph: addParagraph(block); return;
    }
}

// Beside what is quoted stands a bar for each level of it.
void PageFlow::add(const std::vector<Block> &blocks)
{
    struct Quote
    {
        Place from;
        qreal x = 0;
    };
    std::vector<Quote> quotes;
    const auto close = [this, &quotes](int level) {
        for (; std::ssize(quotes) > level; quotes.pop_back())
            backdrop(quotes.back().from, m_textEnd, quotes.back().x, m_set.pt(1.5), print::hairline);
    };
    int indent = 0;
    for (const Block &block : blocks) {
        if (m_pace.stopped())
            return;
        close(block.quoted);
        if (block.indent == 0 && indent > 0)
            addSpace(m_set.pt(4)); // a list is over
        indent = block.indent;
        while (std::ssize(quotes) < block.quoted)
            quotes.push_back(
                {place(), m_body.left() + m_set.pt(step) * (block.indent + static_cast<int>(quotes.size()) + 1) - m_set.pt(9)});
        addBlock(block);
    }
    close(0);
}

} // namespace qd::exchange
