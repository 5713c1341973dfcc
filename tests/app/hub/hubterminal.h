#pragma once
// A terminal of somebody who works with a hub, on a PostgreSQL of the test's own. It has a home of its own, and no keychain.

#include "tests/app/terminal.h"
#include "tests/support/cluster.h"

namespace qd::test {

inline Cluster &server()
{
    static const std::unique_ptr<Cluster> one = Cluster::start();
    return *one;
}

class HubTerminal : public Terminal
{
public:
    HubTerminal()
    {
        set("HOME", path(QStringLiteral(".")));
        set("DBUS_SESSION_BUS_ADDRESS", {});
        set("XDG_RUNTIME_DIR", path(QStringLiteral(".")));
        for (const char *variable : {"PGPASSWORD", "PGPASSFILE", "PGHOST", "PGUSER", "PGDATABASE", "PGSSLMODE", "PGSERVICE"})
            set(variable, {});
    }

    [[nodiscard]] QString url(const QString &login, const QString &database = QStringLiteral("warroom")) const
    {
        return server().url(login, database);
    }
    [[nodiscard]] QString url(const char *login) const { return url(QLatin1String(login)); }

    // Nobody is named but by the hub; the password comes on standard input.
    [[nodiscard]] Outcome withPassword(const QString &words, const QByteArray &password = "quite secret") const
    {
        return runBare(common() + QProcess::splitCommand(words) + QStringList(QStringLiteral("--password-stdin")), {}, password + '\n');
    }
    [[nodiscard]] Outcome run(const QString &words) const { return runBare(common() + QProcess::splitCommand(words)); }
    QString mustRun(const char *words) const
    {
        const Outcome outcome = run(QString::fromUtf8(words));
        if (outcome.code != Done) // how far it has come may stand on stderr
            qWarning("%s: exit %d: %s", words, outcome.code, qPrintable(outcome.err));
        return outcome.out;
    }
    [[nodiscard]] QJsonObject mustJson(const char *words) const
    {
        return QJsonDocument::fromJson(mustRun(qPrintable(QString::fromUtf8(words) + QStringLiteral(" --json"))).toUtf8()).object();
    }

    void keepPassword(const char *login, const QByteArray &password = "quite secret") const
    {
        write(QStringLiteral(".pgpass"), "*:*:*:" + QByteArray(login) + ':' + password + '\n');
        QVERIFY(QFile::setPermissions(path(QStringLiteral(".pgpass")), QFile::ReadOwner | QFile::WriteOwner));
    }
    void join(const char *login) const
    {
        keepPassword(login);
        const Outcome joined = run(QStringLiteral("hub join ") + url(login));
        QVERIFY2(joined.code == Done, qPrintable(joined.err));
    }

private:
    [[nodiscard]] QStringList common() const { return {QStringLiteral("--db"), database()}; }
};

} // namespace qd::test
