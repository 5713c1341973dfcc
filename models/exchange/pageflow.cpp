#include "models/exchange/pageflow.h"

#include <QPainter>

namespace qd::exchange {
namespace {

const Face bodyFace{9.5};
const Face codeFace{8.5, print::ink, print::ink, false, true, 1.4};

Face headingFace(int level)
{
    Face face;
    face.size = level <= 2 ? 15 : level == 3 ? 11.5 : 10;
    face.bold = true;
    face.leading = 1.3;
    return face;
}

Face quoteFace()
{
    Face face = bodyFace;
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

PageFlow::PageFlow(const Typesetter &typesetter, const QRectF &body) : m_set(typesetter), m_body(body)
{
    newPage();
}

void PageFlow::newPage()
{
    m_pages.emplace_back();
    m_y = m_body.top();
}

void PageFlow::keepTogether(qreal height)
{
    if (!atTop() && left() < height)
        newPage();
}

void PageFlow::addSpace(qreal height)
{
    if (!atTop())
        m_y += height;
}

void PageFlow::addRule()
{
    keepTogether(m_set.pt(8));
    ruleAt(page(), m_body.left(), m_y, m_body.width());
    addSpace(m_set.pt(8));
}

void PageFlow::placeLine(const SetText &text, int line, qreal x, qreal y)
{
    m_pages.back().lines.push_back({text, line, {x, y}});
}

void PageFlow::fill(int page, const QRectF &box, const QColor &colour)
{
    m_pages[static_cast<size_t>(page)].fills.push_back({box, colour});
}

void PageFlow::paintAt(int page, const SetText &text, qreal x, qreal y, bool right)
{
    for (int i = 0; i < text.lines(); ++i) {
        const qreal shift = right ? text.layout->lineAt(i).naturalTextWidth() : 0;
        m_pages[static_cast<size_t>(page)].lines.push_back({text, i, {x - shift, y + i * text.lineHeight}});
    }
}

void PageFlow::ruleAt(int page, qreal x, qreal y, qreal width, const QColor &colour)
{
    fill(page, QRectF(x, y, width, m_set.pt(0.5)), colour);
}

void PageFlow::addChart(const Chart &chart)
{
    const qreal height = std::min(m_body.height(), m_body.width() * chart.height / std::max(1.0, chart.width));
    keepTogether(height);
    m_pages.back().figures.push_back({QRectF(m_body.left(), m_y, m_body.width(), height), chart});
    m_y += height;
}

void PageFlow::addText(const SetText &text, qreal indent)
{
    const int lines = text.lines();
    int placed = 0;
    while (placed < lines) {
        const int rest = lines - placed;
        int fit = std::min(rest, static_cast<int>(left() / text.lineHeight));
        if (fit < rest && rest - fit == 1 && fit > 2)
            --fit; // the last line takes one with it
        if (fit < rest && fit < 2 && !atTop())
            fit = 0;
        if (atTop())
            fit = std::max(fit, 1);
        for (int i = 0; i < fit; ++i) {
            placeLine(text, placed + i, m_body.left() + indent, m_y);
            m_y += text.lineHeight;
        }
        placed += fit;
        if (placed < lines)
            newPage();
    }
}

void PageFlow::addHeading(const QString &text, int level)
{
    const SetText set = m_set.set(text, headingFace(level), m_body.width());
    addSpace(m_set.pt(level <= 2 ? 20 : 10));
    keepTogether(set.height() + m_set.pt(level <= 2 ? 90 : 60));
    addText(set);
    addSpace(m_set.pt(level <= 2 ? 6 : 3));
}

qreal PageFlow::indentOf(const Block &block) const
{
    return m_set.pt(14) * (block.indent + block.quoted);
}

void PageFlow::addMarker(const QString &marker, qreal x)
{
    const SetText set = m_set.set(marker, bodyFace, m_set.pt(60));
    paintAt(page(), set, m_body.left() + x - m_set.pt(4), m_y, true);
}

void PageFlow::addCode(const Block &block)
{
    const qreal indent = indentOf(block) + m_set.pt(8);
    QString text = plainText(block.spans);
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    addSpace(m_set.pt(2));
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const SetText set = m_set.set(line, codeFace, m_body.width() - indent - m_set.pt(8));
        keepTogether(set.height());
        fill(page(), QRectF(m_body.left() + indent - m_set.pt(8), m_y, m_body.width() - indent + m_set.pt(8), set.height()), print::wash);
        addText(set, indent);
    }
    addSpace(m_set.pt(6));
}

void PageFlow::addBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Heading: addHeading(plainText(block.spans), block.level); return;
    case Block::Kind::Rule: addRule(); return;
    case Block::Kind::Code: addCode(block); return;
    case Block::Kind::Table: addTable(block); return;
    case Block::Kind::Paragraph: break;
    }
    const qreal indent = indentOf(block);
    const SetText set = m_set.set(withAddresses(block.spans), block.quoted > 0 ? quoteFace() : bodyFace, m_body.width() - indent);
    keepTogether(std::min(set.height(), 2 * set.lineHeight));
    if (!block.marker.isEmpty())
        addMarker(block.marker, indent);
    const qreal top = m_y;
    const int first = page();
    addText(set, indent);
    if (block.quoted > 0 && page() == first)
        fill(first, QRectF(m_body.left() + indent - m_set.pt(9), top, m_set.pt(1.5), m_y - top), print::hairline);
    addSpace(m_set.pt(block.indent > 0 ? 2 : 6));
}

void PageFlow::add(const std::vector<Block> &blocks)
{
    for (const Block &block : blocks)
        addBlock(block);
}

void PageFlow::paint(QPainter &painter, int page) const
{
    const Page &placed = m_pages[static_cast<size_t>(page)];
    for (const Fill &fill : placed.fills)
        painter.fillRect(fill.box, fill.colour);
    for (const Line &item : placed.lines) {
        const QTextLine line = item.text.layout->lineAt(item.line);
        line.draw(&painter, {item.at.x(), item.at.y() + (item.text.lineHeight - line.height()) / 2 - line.y()});
    }
    for (const Figure &figure : placed.figures)
        paintChart(painter, figure.box, figure.chart);
}

} // namespace qd::exchange
