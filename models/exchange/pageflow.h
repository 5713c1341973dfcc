#pragma once
// Blocks that flow over pages. Nothing is painted before all is placed, so that the contents can name pages and each page the last.
//
// 1. A heading is never the last thing on a page.
// 2. A row of a table is not cut, unless it is higher than a page; the table's header stands again at the top of each page.
// 3. No line of a paragraph stands alone at the end or the beginning of a page.
// 4. Text of any length is set in pieces; when the pace is stopped, what is left is not placed.

#include "models/exchange/chart.h"
#include "models/exchange/pace.h"
#include "models/exchange/pdfnavigation.h"
#include "models/exchange/picturebook.h"
#include "models/exchange/printstyle.h"
#include "models/exchange/typesetter.h"

namespace qd::exchange {

struct Place // in the flow, in the device's units
{
    int page = 0;
    qreal y = 0;
};

class PageFlow
{
public:
    PageFlow(const Typesetter &typesetter, const QRectF &body, Pace &pace, PictureBook &pictures);

    void add(const std::vector<Block> &blocks);
    void addText(const SetText &text, qreal indent = 0);             // breaks between lines
    void addHeading(const QString &text, int level, qreal with = 0); // `with`: so much of what follows stays on its page
    void addSpace(qreal height);                                     // none at the top of a page
    void addRule();
    void addChart(const Chart &chart); // as wide as the page's body, or smaller where it would not fit on a page
    void addPicture(const OutlinePicture &picture, const QString &caption, qreal indent = 0); // or why it cannot be shown
    void newPage();
    void keepTogether(qreal height); // a new page where less than that is left

    // Paints on a page that is there already, out of the flow; `right` ends at x.
    void paintAt(int page, const SetText &text, qreal x, qreal y, bool right = false);
    void fill(int page, const QRectF &box, const QColor &colour); // below the text
    void link(int page, const QRectF &box, const PageSpot &to);

    [[nodiscard]] Place place() const { return {page(), m_y}; }
    [[nodiscard]] int page() const { return static_cast<int>(m_pages.size()) - 1; }
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] qreal y() const { return m_y; }
    [[nodiscard]] const QRectF &body() const { return m_body; }
    [[nodiscard]] qreal chartHeight(const Chart &chart) const;
    [[nodiscard]] Navigation &navigation() { return m_navigation; }
    void bookmark(const QString &title, int level, const Place &at);
    void paint(QPainter &painter, int page);

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
        const OutlinePicture *picture = nullptr; // or the chart
    };
    struct Page
    {
        std::vector<Fill> fills;
        std::vector<Line> lines;
        std::vector<Figure> figures;
        qreal end = 0; // of what flowed onto it
    };
    struct Cells
    {
        std::vector<SetText> texts;
        std::vector<qreal> x;
        qreal height = 0;
        bool header = false;
        bool goesOn = false; // the row is not at its end: no rule below it
    };
    struct Columns
    {
        qreal left = 0;
        std::vector<qreal> widths;
    };

    void addBlock(const Block &block); // leaves m_textEnd where its text ends
    void addMarker(const QString &marker, qreal x);
    void addParagraph(const Block &block);
    void addFlowing(const Spans &spans, const Face &face, qreal indent, qreal width);
    void addLines(const SetText &text, qreal indent, int lines);
    void addCode(const Block &block);
    void addPictureBlock(const Block &block);
    void addNote(const QString &text, qreal indent);
    void addTable(const Block &table);
    void addTableRow(const Block &table, size_t row, const Columns &columns, const Cells &header);
    void placeWhole(const Cells &row, const Cells &header);
    void placeRow(const Cells &row, int from, int lines);
    void placeLine(const SetText &text, int line, qreal x, qreal y);
    void backdrop(const Place &from, const Place &to, qreal x, qreal width, const QColor &colour);
    void ruleAt(qreal x, qreal width, const QColor &colour);
    [[nodiscard]] static Spans pieceOf(const Spans &cell, const SpanCursor &from);
    [[nodiscard]] Columns columnsOf(const Block &table) const;
    [[nodiscard]] Cells cellsOf(const std::vector<Spans> &row, const Columns &columns, bool header) const;
    [[nodiscard]] qreal left() const { return m_body.bottom() - m_y; }
    [[nodiscard]] bool atTop() const { return m_y <= m_body.top(); }
    [[nodiscard]] qreal indentOf(const Block &block) const;
    [[nodiscard]] PageSpot spot(const Place &place) const;

    const Typesetter &m_set;
    QRectF m_body;
    Pace &m_pace;
    PictureBook &m_pictures;
    std::vector<Page> m_pages;
    Navigation m_navigation;
    QHash<QString, SetText> m_markers;
    Place m_textEnd;
    qreal m_y = 0;
};

} // namespace qd::exchange
