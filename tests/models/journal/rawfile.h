#pragma once
// The database file without the journal over it: to look at it, and to harm it as tests do.

#include "models/journal/connection.h"
#include "tests/models/journal/journalstory.h"

namespace qd::test {

inline std::unique_ptr<journal::Connection> openRaw(const QString &path)
{
    return must(journal::Connection::open(path, journal::Connection::Mode::ReadWrite));
}

inline void harm(const QString &path, const QString &sql)
{
    must(openRaw(path)->run(sql));
}

inline QStringList rows(const QString &path, const QString &sql) // one line a row
{
    const auto connection = openRaw(path);
    const QVariant all = must(connection->value(QStringLiteral("SELECT group_concat(line, char(10)) FROM (%1)").arg(sql)));
    return all.toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace qd::test
