#pragma once
// SQLite with nothing around it: what the journal is measured against, and the fast way to a log of a million entries.

#include "models/core/event.h"

#include <sqlite3.h>

namespace qd::bench {

class BareStatement
{
public:
    BareStatement(sqlite3 *database, const char *sql)
    {
        if (sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(database));
    }
    ~BareStatement() { sqlite3_finalize(m_statement); }
    BareStatement(const BareStatement &) = delete;
    BareStatement &operator=(const BareStatement &) = delete;

    void blob(int place, const QByteArray &bytes)
    {
        sqlite3_bind_blob(m_statement, place, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
    }
    void text(int place, const QByteArray &utf8)
    {
        sqlite3_bind_text(m_statement, place, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }
    void number(int place, qint64 number) { sqlite3_bind_int64(m_statement, place, number); }
    bool step() { return sqlite3_step(m_statement) == SQLITE_ROW; }
    void reset() { sqlite3_reset(m_statement); }
    QByteArray bytes(int column)
    {
        return {static_cast<const char *>(sqlite3_column_blob(m_statement, column)), sqlite3_column_bytes(m_statement, column)};
    }
    qint64 number(int column) { return sqlite3_column_int64(m_statement, column); }

private:
    sqlite3_stmt *m_statement = nullptr;
};

class BareDatabase
{
public:
    explicit BareDatabase(const QString &path) { sqlite3_open(path.toUtf8().constData(), &m_database); }
    ~BareDatabase() { sqlite3_close(m_database); }
    BareDatabase(const BareDatabase &) = delete;
    BareDatabase &operator=(const BareDatabase &) = delete;
    void run(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql, sqlite3_errmsg(m_database));
    }
    operator sqlite3 *() { return m_database; }

private:
    sqlite3 *m_database = nullptr;
};

inline constexpr char eventColumns[] =
    "id BLOB, incident BLOB, kind TEXT, body TEXT, author TEXT, happened_at INTEGER, recorded_at INTEGER, stamp INTEGER, "
    "console BLOB, console_seq INTEGER, body_hash BLOB, prev BLOB, hash BLOB";

inline void bindEvent(BareStatement &insert, const Event &event, const QByteArray &body)
{
    insert.blob(1, event.id.toBytes());
    insert.blob(2, event.incident.toBytes());
    insert.text(3, event.kind.toUtf8());
    insert.text(4, body);
    insert.text(5, event.author.toUtf8());
    insert.number(6, toMsecs(event.happenedAt));
    insert.number(7, toMsecs(event.recordedAt));
    insert.number(8, static_cast<qint64>(event.stamp));
    insert.blob(9, event.console.toBytes());
    insert.number(10, event.consoleSeq);
    insert.blob(11, event.bodyHash);
    insert.blob(12, event.prev);
    insert.blob(13, event.hash);
}

} // namespace qd::bench
