#include "models/exchange/csv.h"

namespace qd::exchange {
namespace {

class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text)
    {
        if (m_text.startsWith(QChar::ByteOrderMark))
            ++m_at;
    }

    Csv read()
    {
        Csv csv;
        while (m_at < m_text.size() && !csv.problem) {
            std::vector<CsvCell> row = readRow(csv.problem);
            const bool isEmpty = row.size() == 1 && row.front().text.isEmpty();
            if (!isEmpty)
                csv.rows.push_back(std::move(row));
        }
        return csv;
    }

private:
    std::vector<CsvCell> readRow(std::optional<CsvProblem> &problem)
    {
        std::vector<CsvCell> row;
        while (true) {
            CsvCell &cell = row.emplace_back(CsvCell{{}, m_line, m_column});
            if (peek() == QLatin1Char('"'))
                readQuoted(cell, problem);
            else
                readPlain(cell, problem);
            if (problem || !take(QLatin1Char(',')))
                break;
        }
        if (!problem)
            takeLineEnd();
        return row;
    }

    void readQuoted(CsvCell &cell, std::optional<CsvProblem> &problem)
    {
        advance();
        while (m_at < m_text.size()) {
            if (take(QLatin1Char('"'))) {
                if (!take(QLatin1Char('"'))) {
                    if (!atCellEnd())
                        problem =
                            CsvProblem{m_line, m_column,
                                       QStringLiteral("something stands after a closing quote; double a quote that belongs to the text")};
                    return;
                }
                cell.text += QLatin1Char('"');
                continue;
            }
            cell.text += advance();
        }
        problem = CsvProblem{cell.line, cell.column, QStringLiteral("this quote is never closed")};
    }

    void readPlain(CsvCell &cell, std::optional<CsvProblem> &problem)
    {
        while (!atCellEnd()) {
            if (peek() == QLatin1Char('"')) {
                problem = CsvProblem{m_line, m_column,
                                     QStringLiteral("a quote stands inside a cell without quotes; put the cell in quotes and double it")};
                return;
            }
            cell.text += advance();
        }
    }

    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    [[nodiscard]] bool atCellEnd() const
    {
        const bool carriage = peek() == QLatin1Char('\r') && m_at + 1 < m_text.size() && m_text[m_at + 1] == QLatin1Char('\n');
        return m_at >= m_text.size() || peek() == QLatin1Char(',') || peek() == QLatin1Char('\n') || carriage;
    }
    bool take(QChar wanted)
    {
        const bool found = m_at < m_text.size() && m_text[m_at] == wanted;
        if (found)
            advance();
        return found;
    }
    void takeLineEnd()
    {
        take(QLatin1Char('\r'));
        take(QLatin1Char('\n'));
    }
    QChar advance()
    {
        const QChar c = m_text[m_at++];
        m_column = c == QLatin1Char('\n') ? 1 : m_column + 1;
        m_line += c == QLatin1Char('\n') ? 1 : 0;
        return c;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_column = 1;
};

// A spreadsheet passes over blanks, and some over quotes, before it looks for a formula; full-width signs are signs to some.
bool looksLikeFormula(const QString &text)
{
    static const QString signs = QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20");
    if (!text.isEmpty() && QStringLiteral("\t\r\n").contains(text[0]))
        return true;
    const auto first =
        std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace() && c != QLatin1Char('"') && c != QLatin1Char('\0'); });
    return first != text.end() && signs.contains(*first);
}

// Apostrophes before a formula: ours, or a person's own, which must be told apart from ours.
bool isGuarded(const QString &text)
{
    qsizetype apostrophes = 0;
    while (apostrophes < text.size() && text[apostrophes] == QLatin1Char('\''))
        ++apostrophes;
    return apostrophes > 0 && looksLikeFormula(text.mid(apostrophes));
}

} // namespace

Csv readCsv(const QString &text)
{
    return Reader(text).read();
}

QString csvRow(const QStringList &cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        const bool quote = cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('\n'))
            || cell.contains(QLatin1Char('\r')) || cell.startsWith(QLatin1Char(' ')) || cell.endsWith(QLatin1Char(' '));
        if (quote)
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        quoted << cell;
    }
    return quoted.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

QString withoutFormula(const QString &text)
{
    return looksLikeFormula(text) || isGuarded(text) ? QLatin1Char('\'') + text : text;
}

QString withFormula(const QString &text)
{
    return isGuarded(text) ? text.mid(1) : text;
}

} // namespace qd::exchange
