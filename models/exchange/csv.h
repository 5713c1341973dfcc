#pragma once
// Comma-separated values as RFC 4180 has them.

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace qd::exchange {

struct CsvCell
{
    QString text;
    int line = 1; // where it begins, from 1
    int column = 1;
};

struct CsvProblem
{
    int line = 1;
    int column = 1;
    QString what;
};

struct Csv
{
    std::vector<std::vector<CsvCell>> rows; // empty lines are left out
    std::optional<CsvProblem> problem;      // a quote that never closes, or one in the middle of a cell
};

[[nodiscard]] Csv readCsv(const QString &text);         // a byte order mark is passed over; line ends may be LF or CRLF
[[nodiscard]] QString csvRow(const QStringList &cells); // ends with CRLF

// A text that a spreadsheet would take for a formula gets an apostrophe before it. The other takes that apostrophe away again.
[[nodiscard]] QString withoutFormula(const QString &text);
[[nodiscard]] QString withFormula(const QString &text);

} // namespace qd::exchange
