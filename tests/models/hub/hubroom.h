#pragma once
// A hub in a database of its own on the cluster of the test program, its logins, and chains of events to send there.
//
// Dana and Sam are responders, Olga an observer, Adam the administrator who made it; Mallory may connect to the server and has no standing.

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QTest>

#include "models/core/event.h"
#include "models/core/kinds.h"
#include "models/hub/hubschema.h"
#include "tests/support/cluster.h"
#include "tests/support/story.h"

namespace qd::test {

inline Cluster &cluster()
{
    static const std::unique_ptr<Cluster> one = Cluster::start();
    return *one;
}

// One console's events of one incident, in the form in which push() takes them.
struct Chain
{
    IncidentId incident = IncidentId::make(at("14:00"));
    QString author = QStringLiteral("Dana");
    ConsoleId console = ConsoleId::make(at("14:00"));
    qint64 seq = 0;
    QByteArray prev = {};
    Instant now = at("14:02");

    QJsonObject next(const char *kind, const QJsonObject &body)
    {
        Event event;
        now += std::chrono::seconds(1);
        event.id = EventId::make(now);
        event.incident = incident;
        event.kind = QLatin1String(kind);
        event.author = author;
        event.happenedAt = event.recordedAt = now;
        event.stamp = static_cast<Stamp>(toMsecs(now)) << 16;
        event.console = console;
        event.consoleSeq = ++seq;
        event.bodyHash = hashBody(canonicalBody(body));
        event.prev = prev;
        prev = event.hash = hashEvent(event);
        return {{QStringLiteral("id"), event.id.toString()},
                {QStringLiteral("incident"), incident.toString()},
                {QStringLiteral("kind"), event.kind},
                {QStringLiteral("body"), QString::fromUtf8(canonicalBody(body))},
                {QStringLiteral("author"), author},
                {QStringLiteral("happened_at"), toMsecs(event.happenedAt)},
                {QStringLiteral("recorded_at"), toMsecs(event.recordedAt)},
                {QStringLiteral("stamp"), static_cast<qint64>(event.stamp)},
                {QStringLiteral("console"), console.toString()},
                {QStringLiteral("console_seq"), seq},
                {QStringLiteral("body_hash"), QString::fromLatin1(event.bodyHash.toHex())},
                {QStringLiteral("prev"), QString::fromLatin1(event.prev.toHex())},
                {QStringLiteral("hash"), QString::fromLatin1(event.hash.toHex())}};
    }
    QJsonObject declared(bool restricted = false, const QString &title = QStringLiteral("Checkout returns 503"))
    {
        return next(kinds::declared, {{QStringLiteral("title"), title}, {QStringLiteral("restricted"), restricted}});
    }
    QJsonObject entry(const QString &text)
    {
        return next(kinds::entryLogged, {{QStringLiteral("text"), text}, {QStringLiteral("attachments"), QJsonArray()}});
    }
};

inline QString pushSql(const QJsonArray &events)
{
    return QStringLiteral("SELECT verdict || coalesce(' ' || reason, '') || CASE WHEN hub_has > 0 THEN ' ' || hub_has ELSE '' END "
                          "FROM quarterdeck.push($events$%1$events$)")
        .arg(QString::fromUtf8(QJsonDocument(events).toJson(QJsonDocument::Compact)));
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
    ~HubRoom() { QSqlDatabase::removeDatabase(m_name); }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Result<hub::HubMade> init(const QString &login = QStringLiteral("adam"), int to = 0,
                                            const QString &person = QStringLiteral("Adam"))
    {
        return hub::initHub(connection(login), person, to);
    }
    [[nodiscard]] QSqlDatabase connection(const QString &login)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
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
};

} // namespace qd::test
