#pragma once
// A prepared statement, for one run: bound in order, read forward, let go when this goes out of scope.

#include "models/core/ids.h"
#include "models/journal/connection.h"
#include "models/journal/errors.h"

#include <optional>

namespace qd::journal {

class Statement
{
public:
    Statement(Connection &connection, const char *name) : m_connection(connection), m_prepared(connection.prepared(name)) { }
    ~Statement()
    {
        if (m_prepared)
            query().finish();
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    template<class... Values>
    [[nodiscard]] Result<void> run(const Values &...values)
    {
        if (!m_prepared)
            return tl::unexpected(m_prepared.error());
        [[maybe_unused]] int place = 0;
        (query().bindValue(place++, toVariant(values)), ...);
        return execute();
    }
    [[nodiscard]] bool next() { return query().next(); }
    [[nodiscard]] Result<void> end() const; // after the last next(): was it the end, or an error

    [[nodiscard]] qint64 number(int column) const { return query().value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return query().value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return query().value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return query().value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return query().isNull(column); }
    [[nodiscard]] std::optional<Instant> instant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(fromMsecs(number(column)));
    }
    template<class IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType::fromBytes(bytes(column));
    }
    [[nodiscard]] int changedRows() const { return query().numRowsAffected(); }
    [[nodiscard]] qint64 insertedRow() const { return query().lastInsertId().toLongLong(); }

private:
    [[nodiscard]] QSqlQuery &query() const { return **m_prepared; }
    [[nodiscard]] Result<void> execute();

    // Qt stores a null string or byte array as NULL: here an empty one is meant.
    [[nodiscard]] static QVariant toVariant(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }
    [[nodiscard]] static QVariant toVariant(const QByteArray &bytes) { return bytes.isNull() ? QByteArrayLiteral("") : bytes; }
    [[nodiscard]] static QVariant toVariant(qint64 number) { return number; }
    [[nodiscard]] static QVariant toVariant(int number) { return number; }
    [[nodiscard]] static QVariant toVariant(bool flag) { return flag ? 1 : 0; }
    [[nodiscard]] static QVariant toVariant(Instant instant) { return toMsecs(instant); }
    template<class Tag>
    [[nodiscard]] static QVariant toVariant(const Id<Tag> &id)
    {
        return id.toBytes();
    }
    template<class T>
    [[nodiscard]] static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    Connection &m_connection;
    Result<QSqlQuery *> m_prepared;
};

} // namespace qd::journal
