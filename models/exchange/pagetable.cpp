// Tables that break well over pages.
#include "models/exchange/pageflow.h"

#include <numeric>

namespace qd::exchange {
namespace {

const Face cellFace{8, print::ink, print::bad, false, false, 1.4};
const Face headerFace{7.5, print::soft, print::soft, true, false, 1.35};
constexpr qreal gutter = 9;       // points between columns
constexpr qreal padding = 3.5;    // above and below a row
constexpr qreal shortColumn = 76; // a time, a name

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

} // namespace

// Every column gets its longest word, or all that it needs where that is little; what is left goes to those that would need more, by how
// much more, and then to all.
std::vector<qreal> PageFlow::columnWidths(const Block &table) const
{
    const size_t columns = table.rows.front().size();
    const qreal room = m_body.width() - m_set.pt(gutter) * static_cast<qreal>(columns - 1);
    std::vector<qreal> least(columns, 0);
    std::vector<qreal> natural(columns, 0);
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const Face &face = row == 0 ? headerFace : cellFace;
        for (size_t i = 0; i < std::min(columns, table.rows[row].size()); ++i) {
            least[i] = std::max(least[i], std::min(m_set.minimumWidth(table.rows[row][i], face), room * 0.35));
            natural[i] = std::max(natural[i], m_set.naturalWidth(table.rows[row][i], face));
        }
    }
    std::vector<qreal> widths = least;
    for (size_t i = 0; i < columns; ++i)
        widths[i] = natural[i] <= m_set.pt(shortColumn) ? natural[i] : least[i];
    if (sum(widths) > room * 0.65)
        widths = least;
    spread(widths, natural, room);
    return widths;
}

PageFlow::Cells PageFlow::cellsOf(const Block &table, size_t row, const std::vector<qreal> &widths) const
{
    Cells cells;
    cells.header = row == 0;
    qreal x = m_body.left();
    for (size_t i = 0; i < widths.size(); ++i) {
        const Spans spans = i < table.rows[row].size() ? table.rows[row][i] : Spans{};
        const SetText text = m_set.set(spans, row == 0 ? headerFace : cellFace, widths[i] + m_set.pt(0.5));
        cells.height = std::max(cells.height, text.height());
        cells.texts.push_back(text);
        cells.x.push_back(x);
        x += widths[i] + m_set.pt(gutter);
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
        for (int line = from; line < std::min(from + lines, text.lines()); ++line)
            placeLine(text, line, row.x[i], m_y + m_set.pt(padding) + drop + (line - from) * text.lineHeight);
    }
    m_y += height + 2 * m_set.pt(padding);
    ruleAt(page(), m_body.left(), m_y, m_body.width(), row.header ? print::rule : print::hairline);
}

void PageFlow::addRow(const Cells &row, const Cells &header)
{
    const auto onNewPage = [this, &header] {
        newPage();
        placeRow(header, 0, 1000);
    };
    if (row.height <= left()) {
        placeRow(row, 0, 1000);
        return;
    }
    if (row.height <= m_body.height() - header.height) {
        onNewPage();
        placeRow(row, 0, 1000);
        return;
    }
    int lines = 0;
    for (const SetText &text : row.texts)
        lines = std::max(lines, text.lines());
    const qreal lineHeight = row.texts.front().lineHeight;
    for (int from = 0; from < lines;) {
        const int fit = static_cast<int>((left() - 2 * m_set.pt(padding)) / lineHeight);
        if (fit < std::min(3, lines - from)) {
            onNewPage();
            continue;
        }
        placeRow(row, from, fit);
        from += fit;
    }
}

void PageFlow::addTable(const Block &table)
{
    if (table.rows.empty() || table.rows.front().empty())
        return;
    const std::vector<qreal> widths = columnWidths(table);
    const Cells header = cellsOf(table, 0, widths);
    const qreal firstRow = table.rows.size() > 1 ? cellsOf(table, 1, widths).height : 0;
    keepTogether(std::min(header.height + firstRow, m_body.height() / 2));
    placeRow(header, 0, 1000);
    for (size_t row = 1; row < table.rows.size(); ++row)
        addRow(cellsOf(table, row, widths), header);
    addSpace(m_set.pt(12));
}

} // namespace qd::exchange
