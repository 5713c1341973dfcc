#pragma once
// One connection to the file, for the one thread that made it.

#include "models/core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>
#include <string_view>
#include <thread>
#include <unordered_map>

namespace qd::journal {

class Connection
{
public:
    enum class Mode {
        ReadWrite,
        ReadOnly,
        Immutable, // nobody writes to it, and there is no write-ahead log: nothing at all is made beside the file
    };

    enum class Damage {
        Refused,
        Tolerated, // a file that is shorter than it says is read as far as it goes
    };

    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode, Damage damage = Damage::Refused);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Result<void> run(const QString &sql, const QVariant &parameter = {}); // one statement
    [[nodiscard]] Result<QVariant> value(const QString &sql);                           // its first column in its first row

    // All of `work` or nothing of it. Waits for other programs that are writing, and tries again, for half a minute.
    // `durable`: on the disk when this returns; what can be computed again need not be.
    enum class Durable { Yes, No };
    [[nodiscard]] Result<void> write(const std::function<Result<void>()> &work, Durable durable = Durable::Yes);
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    [[nodiscard]] Result<QSqlQuery *> prepared(const char *name); // a file of sql/statements, by a literal; kept
    void forgetPrepared() { m_prepared.clear(); }                 // before a table goes
    [[nodiscard]] Error error(const QSqlError &error) const;

private:
    Connection(const QString &path, const QString &name);
    void assertThread() const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<std::string_view, QSqlQuery> m_prepared;
    bool m_inTransaction = false;
    std::thread::id m_thread = std::this_thread::get_id();
};

} // namespace qd::journal
