#pragma once
// A hub in a database of its own on the cluster of the test program, its logins, and chains of events to send there.
//
// Dana and Sam are responders, Olga an observer, Adam the administrator who made it; Mallory may connect to the server and has no standing.

#include <QSqlDatabase>
#include <QTest>

#include "models/hub/hubschema.h"
#include "tests/models/hub/hubchain.h"
#include "tests/support/cluster.h"

namespace qd::test {

inline Cluster &cluster()
{
    static const std::unique_ptr<Cluster> one = Cluster::start();
    return *one;
}

class HubRoom
{
public:
    HubRoom() : m_name(QStringLiteral("war%1").arg(++made()))
    {
        if (made() == 1) {
            for (const char *login : {"dana", "sam", "olga", "mallory"})
                cluster().createLogin(QLatin1String(login));
            cluster().createLogin(QStringLiteral("adam"), {}, QStringLiteral("CREATEROLE"));
        }
        cluster().createDatabase(m_name);
        cluster().must(m_name, QStringLiteral("GRANT CREATE ON DATABASE %1 TO adam").arg(m_name));
    }
    ~HubRoom()
    {
        for (const QString &connection : m_connections)
            QSqlDatabase::removeDatabase(connection);
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Result<hub::HubMade> init(const QString &login = QStringLiteral("adam"), int to = 0,
                                            const QString &person = QStringLiteral("Adam"))
    {
        return hub::initHub(connection(login), person, to);
    }
    [[nodiscard]] QSqlDatabase connection(const QString &login)
    {
        m_connections << m_name + QString::number(m_connections.size());
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_connections.last());
        database.setHostName(cluster().socketFolder());
        database.setPort(cluster().port());
        database.setUserName(login);
        database.setDatabaseName(m_name);
        if (!database.open())
            qFatal("%s may not connect", qPrintable(login));
        return database;
    }
    void open() // the usual room
    {
        const auto done = init();
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence + done.error().detail));
        must("adam",
             "SELECT quarterdeck.grant_standing('dana', 'responder', 'Dana'); SELECT quarterdeck.grant_standing('sam', 'responder', 'Sam');"
             "SELECT quarterdeck.grant_standing('olga', 'observer', 'Olga')");
    }

    [[nodiscard]] Answer ask(const char *login, const QString &sql) const { return cluster().psql(QLatin1String(login), m_name, sql); }
    QString must(const char *login, const QString &sql) const
    {
        const Answer answer = ask(login, sql);
        if (!answer.ok())
            qFatal("%s: %s\n%s", login, qPrintable(sql.left(300)), qPrintable(answer.error));
        return answer.out;
    }
    QString must(const char *login, const char *sql) const { return must(login, QString::fromUtf8(sql)); }
    QString push(const char *login, const QJsonArray &events) const { return must(login, pushSql(events)); }
    // What a console would get from the very beginning, or from after `cursor`, which is moved on: bodies' texts and titles, a line each.
    QString pulled(const char *login, QString *cursor = nullptr, int rows = 500) const
    {
        const QStringList lines =
            must(login,
                 QStringLiteral(
                     "SELECT coalesce(coalesce(body::json ->> 'title', body::json ->> 'text', kind), 'CURSOR ' || more || ' ' || cursor) "
                     "FROM quarterdeck.pull('%1', %2, 1000000)")
                     .arg(cursor ? *cursor : QString())
                     .arg(rows))
                .split(QLatin1Char('\n'));
        if (cursor)
            *cursor = lines.last().section(QLatin1Char(' '), 2);
        return lines.mid(0, lines.size() - 1).join(QLatin1Char('\n'));
    }

private:
    static int &made()
    {
        static int count = 0;
        return count;
    }
    QString m_name;
    QStringList m_connections;
};

} // namespace qd::test
