// Tables that break well over pages.
#include "models/exchange/pageflow.h"

#include <numeric>

namespace qd::exchange {
namespace {

const Face cellFace{8, print::ink, print::bad, false, false, 1.4};
const Face headerFace{7.5, print::soft, print::soft, true, false, 1.35};
constexpr qreal gutter = 9;             // points between columns
constexpr qreal padding = 3.5;          // above and below a row
constexpr qreal shortColumn = 76;       // a time, a name
constexpr size_t measured = 16;         // of the longest texts and words of a column
constexpr qsizetype longestCell = 4000; // characters that are set at once
constexpr int allLines = 1 << 30;

qreal sum(const std::vector<qreal> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

void spread(std::vector<qreal> &widths, const std::vector<qreal> &natural, qreal room)
{
    const qreal spare = room - sum(widths);
    qreal wanted = 0;
    for (size_t i = 0; i < widths.size(); ++i)
        wanted += std::max(0.0, natural[i] - widths[i]);
    for (size_t i = 0; spare > 0 && wanted > 0 && i < widths.size(); ++i)
        widths[i] += std::max(0.0, natural[i] - widths[i]) * std::min(1.0, spare / wanted);
    const qreal scale = room / std::max(1.0, sum(widths));
    for (qreal &width : widths)
        width *= scale;
}

// The longest by their characters: to set every cell only to measure it would take as long as all the rest.
class Longest
{
public:
    void see(const Span &style, QStringView text)
    {
        text = text.left(400);
        if (m_all.size() == measured && text.size() <= m_all.back().text.size())
            return;
        if (std::any_of(m_all.begin(), m_all.end(), [text](const Span &known) { return known.text == text; }))
            return;
        Span span = style;
        span.text = text.toString();
        const auto at =
            std::upper_bound(m_all.begin(), m_all.end(), span, [](const Span &a, const Span &b) { return a.text.size() > b.text.size(); });
        m_all.insert(at, span);
        if (m_all.size() > measured)
            m_all.pop_back();
    }
    [[nodiscard]] const Spans &all() const { return m_all; }

private:
    Spans m_all;
};

struct ColumnTexts
{
    Longest lines;
    Longest words;
};

void see(ColumnTexts &column, const Spans &cell)
{
    for (const Span &span : cell) {
        qsizetype from = 0;
        for (qsizetype i = 0; i <= span.text.size(); ++i) {
            if (i < span.text.size() && !span.text[i].isSpace())
                continue;
            if (i > from)
                column.words.see(span, QStringView(span.text).mid(from, std::min<qsizetype>(i - from, 60)));
            from = i + 1;
        }
    }
    for (const QString &line : plainText(cell).split(QChar(QChar::LineSeparator)))
        column.lines.see(Span(), line);
}

} // namespace

// Every column gets its longest word, or all that it needs where that is little; what is left goes to those that would need more, by how
// much more, and then to all.
PageFlow::Columns PageFlow::columnsOf(const Block &table) const
{
    const size_t count = table.rows.front().size();
    Columns columns{m_body.left() + indentOf(table), {}};
    const qreal room = m_body.width() - indentOf(table) - m_set.pt(gutter) * static_cast<qreal>(count - 1);
    std::vector<ColumnTexts> texts(count);
    for (size_t row = 1; row < table.rows.size(); ++row) {
        for (size_t i = 0; i < std::min(count, table.rows[row].size()); ++i)
            see(texts[i], table.rows[row][i]);
    }
    std::vector<qreal> least(count, 0);
    std::vector<qreal> natural(count, 0);
    for (size_t i = 0; i < count; ++i) {
        least[i] = m_set.minimumWidth(table.rows.front()[i], headerFace);
        natural[i] = m_set.naturalWidth(table.rows.front()[i], headerFace);
        for (const Span &word : texts[i].words.all())
            least[i] = std::max(least[i], m_set.minimumWidth({word}, cellFace));
        for (const Span &line : texts[i].lines.all())
            natural[i] = std::max(natural[i], m_set.naturalWidth({line}, cellFace));
        least[i] = std::min(least[i], room * 0.35);
    }
    columns.widths = least;
    for (size_t i = 0; i < count; ++i)
        columns.widths[i] = natural[i] <= m_set.pt(shortColumn) ? natural[i] : least[i];
    if (sum(columns.widths) > room * 0.65)
        columns.widths = least;
    spread(columns.widths, natural, room);
    return columns;
}

PageFlow::Cells PageFlow::cellsOf(const std::vector<Spans> &row, const Columns &columns, bool header) const
{
    Cells cells;
    cells.header = header;
    qreal x = columns.left;
    for (size_t i = 0; i < columns.widths.size(); ++i) {
        const SetText text =
            m_set.set(i < row.size() ? row[i] : Spans{}, header ? headerFace : cellFace, columns.widths[i] + m_set.pt(0.5));
        cells.height = std::max(cells.height, text.height());
        cells.texts.push_back(text);
        cells.x.push_back(x);
        x += columns.widths[i] + m_set.pt(gutter);
    }
    cells.height += 2 * m_set.pt(padding);
    return cells;
}

// Lines `from` … of each cell; the header stands on its base line.
void PageFlow::placeRow(const Cells &row, int from, int lines)
{
    qreal height = 0;
    for (const SetText &text : row.texts)
        height = std::max(height, std::min(lines, std::max(0, text.lines() - from)) * text.lineHeight);
    for (size_t i = 0; i < row.texts.size(); ++i) {
        const SetText &text = row.texts[i];
        const qreal drop = row.header ? height - text.height() : 0;
        for (int line = from; line < std::min(from + std::min(lines, allLines - from), text.lines()); ++line)
            placeLine(text, line, row.x[i], m_y + m_set.pt(padding) + drop + (line - from) * text.lineHeight);
    }
    m_y += height + (row.goesOn ? 1 : 2) * m_set.pt(padding);
    if (!row.goesOn)
        ruleAt(row.x.front(), m_body.right() - row.x.front(), row.header ? print::rule : print::hairline);
}

void PageFlow::placeWhole(const Cells &row, const Cells &header)
{
    const auto onNewPage = [this, &header] {
        newPage();
        placeRow(header, 0, allLines);
    };
    if (row.height > left() && row.height <= m_body.height() - header.height)
        onNewPage();
    if (row.height <= left()) {
        placeRow(row, 0, allLines);
        return;
    }
    int lines = 0;
    for (const SetText &text : row.texts)
        lines = std::max(lines, text.lines());
    const qreal lineHeight = row.texts.front().lineHeight;
    for (int from = 0; from < lines;) {
        const int fit = static_cast<int>((left() - 2 * m_set.pt(padding)) / lineHeight);
        if (fit < std::min(3, lines - from) && m_y > m_body.top() + header.height + 1) {
            onNewPage();
            continue;
        }
        placeRow(row, from, std::max(1, fit));
        from += std::max(1, fit);
    }
}

// The next of a cell that fits into a piece, up to the end of a word.
Spans PageFlow::pieceOf(const Spans &cell, const SpanCursor &from)
{
    const Spans piece = take(cell, from, longestCell);
    const QString text = plainText(piece);
    if (text.size() < longestCell - 1)
        return piece;
    qsizetype end = text.size();
    while (end > longestCell - 100 && !text[end - 1].isSpace())
        --end;
    return end > longestCell - 100 ? take(cell, from, end) : piece;
}

// A cell of any length is set in pieces, which stand one below the other.
void PageFlow::addTableRow(const Block &table, size_t row, const Columns &columns, const Cells &header)
{
    const std::vector<Spans> &cells = table.rows[row];
    std::vector<SpanCursor> cursors(cells.size());
    for (bool more = true; more && !m_pace.stopped();) {
        more = false;
        std::vector<Spans> piece;
        qsizetype size = 10;
        for (size_t i = 0; i < cells.size(); ++i) {
            piece.push_back(pieceOf(cells[i], cursors[i]));
            const qsizetype taken = lengthOf(piece.back());
            advance(cells[i], cursors[i], taken);
            more = more || (taken > 0 && cursors[i].span < cells[i].size());
            size += taken;
        }
        Cells set = cellsOf(piece, columns, false);
        set.goesOn = more;
        placeWhole(set, header);
        m_pace.did(static_cast<double>(size));
    }
}

void PageFlow::addTable(const Block &table)
{
    if (table.rows.empty() || table.rows.front().empty())
        return;
    const Columns columns = columnsOf(table);
    const Cells header = cellsOf(table.rows.front(), columns, true);
    keepTogether(std::min(header.height + m_set.pt(48), m_body.height() / 2));
    placeRow(header, 0, allLines);
    for (size_t row = 1; row < table.rows.size() && !m_pace.stopped(); ++row)
        addTableRow(table, row, columns, header);
    m_textEnd = place();
    addSpace(m_set.pt(12));
}

} // namespace qd::exchange
