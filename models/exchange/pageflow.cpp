#include "models/exchange/pageflow.h"

#include <QPainter>

namespace qd::exchange {
namespace {

Face headingFace(int level)
{
    Face face;
    face.size = level <= 2 ? 15 : level == 3 ? 11.5 : 10;
    face.bold = true;
    face.leading = 1.3;
    return face;
}

} // namespace

PageFlow::PageFlow(const Typesetter &typesetter, const QRectF &body, Pace &pace, PictureBook &pictures)
    : m_set(typesetter),
      m_body(body),
      m_pace(pace),
      m_pictures(pictures)
{
    newPage();
}

void PageFlow::newPage()
{
    if (!m_pages.empty())
        m_pages.back().end = m_y;
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
    ruleAt(m_body.left(), m_body.width(), print::hairline);
    addSpace(m_set.pt(8));
}

void PageFlow::fill(int page, const QRectF &box, const QColor &colour)
{
    m_pages[static_cast<size_t>(page)].fills.push_back({box, colour});
}

void PageFlow::ruleAt(qreal x, qreal width, const QColor &colour)
{
    fill(page(), QRectF(x, m_y, width, m_set.pt(0.5)), colour);
}

// Behind or beside what flowed between two places, on each of their pages.
void PageFlow::backdrop(const Place &from, const Place &to, qreal x, qreal width, const QColor &colour)
{
    for (int page = from.page; page <= to.page; ++page) {
        const qreal top = page == from.page ? from.y : m_body.top();
        const qreal bottom = page == to.page ? to.y : m_pages[static_cast<size_t>(page)].end;
        if (bottom > top)
            fill(page, QRectF(x, top, width, bottom - top), colour);
    }
}

PageSpot PageFlow::spot(const Place &place) const
{
    return {place.page, m_set.points(std::max(0.0, place.y - m_set.pt(12)))};
}

void PageFlow::bookmark(const QString &title, int level, const Place &at)
{
    m_navigation.bookmarks.push_back({title.simplified(), level, spot(at)});
}

void PageFlow::link(int page, const QRectF &box, const PageSpot &to)
{
    const QRectF points(m_set.points(box.left()), m_set.points(box.top()), m_set.points(box.width()), m_set.points(box.height()));
    m_navigation.links.push_back({page, points, {}, to});
}

void PageFlow::placeLine(const SetText &text, int line, qreal x, qreal y)
{
    m_pages.back().lines.push_back({text, line, {x, y}});
    if (!text.linked)
        return;
    const QTextLine placed = text.layout->lineAt(line);
    const int end = placed.textStart() + placed.textLength();
    for (const QTextLayout::FormatRange &range : text.layout->formats()) {
        const QString address = range.format.anchorHref();
        const int from = std::max(range.start, placed.textStart());
        const int to = std::min(range.start + range.length, end);
        if (address.isEmpty() || from >= to)
            continue;
        const qreal begins = placed.cursorToX(from);
        const qreal ends = placed.cursorToX(to);
        m_navigation.links.push_back({page(),
                                      QRectF(m_set.points(x + std::min(begins, ends)), m_set.points(y),
                                             m_set.points(std::abs(ends - begins)), m_set.points(text.lineHeight)),
                                      address,
                                      {}});
    }
}

void PageFlow::paintAt(int page, const SetText &text, qreal x, qreal y, bool right)
{
    for (int i = 0; i < text.lines(); ++i) {
        const qreal shift = right ? text.layout->lineAt(i).naturalTextWidth() : 0;
        m_pages[static_cast<size_t>(page)].lines.push_back({text, i, {x - shift, y + i * text.lineHeight}});
    }
}

void PageFlow::addText(const SetText &text, qreal indent)
{
    addLines(text, indent, text.lines());
}

void PageFlow::addLines(const SetText &text, qreal indent, int lines)
{
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

void PageFlow::addHeading(const QString &text, int level, qreal with)
{
    const SetText set = m_set.set(text, headingFace(level), m_body.width());
    addSpace(m_set.pt(level <= 2 ? 20 : 12));
    keepTogether(set.height() + std::max(with, m_set.pt(level <= 2 ? 90 : 60)));
    bookmark(text, level <= 2 ? 0 : 1, place());
    addText(set);
    addSpace(m_set.pt(level <= 2 ? 6 : 3));
}

void PageFlow::paint(QPainter &painter, int page)
{
    Page &placed = m_pages[static_cast<size_t>(page)];
    for (const Fill &fill : placed.fills)
        painter.fillRect(fill.box, fill.colour);
    for (const Line &item : placed.lines) {
        const QTextLine line = item.text.layout->lineAt(item.line);
        line.draw(&painter, {item.at.x(), item.at.y() + (item.text.lineHeight - line.height()) / 2 - line.y()});
    }
    for (const Figure &figure : placed.figures) {
        if (!figure.picture) {
            paintChart(painter, figure.box, figure.chart);
            continue;
        }
        painter.setRenderHint(QPainter::LosslessImageRendering, !m_pictures.isPhoto(*figure.picture));
        painter.drawImage(figure.box, m_pictures.image(*figure.picture));
    }
    placed = Page(); // painted once: what was set for it is no longer needed
}

} // namespace qd::exchange
