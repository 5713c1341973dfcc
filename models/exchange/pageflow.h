#pragma once
// Blocks that flow over pages. Nothing is painted before all is placed, so that the contents can name pages and each page the last.
//
// 1. A heading is never the last thing on a page.
// 2. A row of a table is not cut, unless it is higher than a page; the table's header stands again at the top of each page.
// 3. No line of a paragraph stands alone at the end or the beginning of a page.

#include "models/exchange/chart.h"
#include "models/exchange/printstyle.h"
#include "models/exchange/typesetter.h"

#include <QRectF>

class QPainter;

namespace qd::exchange {

class PageFlow
{
public:
    PageFlow(const Typesetter &typesetter, const QRectF &body);

    void add(const std::vector<Block> &blocks);
    void addText(const SetText &text, qreal indent = 0); // breaks between lines
    void addHeading(const QString &text, int level);
    void addSpace(qreal height); // none at the top of a page
    void addRule();
    void addChart(const Chart &chart); // as wide as the page's body, or smaller where it would not fit on a page
    void newPage();
    void keepTogether(qreal height); // a new page where less than that is left

    // Paints on a page that is there already, out of the flow; `right` ends at x.
    void paintAt(int page, const SetText &text, qreal x, qreal y, bool right = false);
    void ruleAt(int page, qreal x, qreal y, qreal width, const QColor &colour = print::hairline);

    [[nodiscard]] int page() const { return static_cast<int>(m_pages.size()) - 1; }
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] qreal y() const { return m_y; }
    [[nodiscard]] const QRectF &body() const { return m_body; }
    void paint(QPainter &painter, int page) const;

private:
    struct Line
    {
        SetText text;
        int line = 0;
        QPointF at;
    };
    struct Fill
    {
        QRectF box;
        QColor colour;
    };
    struct Figure
    {
        QRectF box;
        Chart chart;
    };
    struct Page
    {
        std::vector<Fill> fills; // below the text
        std::vector<Line> lines;
        std::vector<Figure> figures;
    };
    struct Cells
    {
        std::vector<SetText> texts;
        std::vector<qreal> x;
        qreal height = 0;
        bool header = false;
    };

    void addBlock(const Block &block);
    void addMarker(const QString &marker, qreal x);
    void addCode(const Block &block);
    void addTable(const Block &table);
    void addRow(const Cells &row, const Cells &header);
    void placeRow(const Cells &row, int from, int lines);
    void placeLine(const SetText &text, int line, qreal x, qreal y);
    void fill(int page, const QRectF &box, const QColor &colour);
    [[nodiscard]] std::vector<qreal> columnWidths(const Block &table) const;
    [[nodiscard]] Cells cellsOf(const Block &table, size_t row, const std::vector<qreal> &widths) const;
    [[nodiscard]] qreal left() const { return m_body.bottom() - m_y; }
    [[nodiscard]] bool atTop() const { return m_y <= m_body.top(); }
    [[nodiscard]] qreal indentOf(const Block &block) const;

    const Typesetter &m_set;
    QRectF m_body;
    std::vector<Page> m_pages;
    qreal m_y = 0;
};

} // namespace qd::exchange
