#include "models/exchange/tablefile.h"

#include "models/exchange/csv.h"
#include "models/exchange/document.h"

namespace qd::exchange {

QByteArray tableBytes(const std::vector<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << withoutFormula(cell);
        text += csvRow(cells);
    }
    return text.toUtf8();
}

Result<void> writeTable(const QString &path, const std::vector<QStringList> &rows)
{
    return writeDocument(path, tableBytes(rows));
}

} // namespace qd::exchange
