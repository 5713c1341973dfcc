// How a test reaches its PostgreSQL: logins, databases, psql, TLS.
#include "tests/support/cluster.h"

#include <QDeadlineTimer>

namespace qd::test {
namespace {

QString quotedName(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString quotedText(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

void openssl(const QString &arguments)
{
    runAsPostgres(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
}

} // namespace

void Cluster::createDatabase(const QString &name)
{
    must(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + quotedName(name));
}

void Cluster::createLogin(const QString &name, const QString &password, const QString &attributes)
{
    QString sql = QStringLiteral("CREATE ROLE %1 LOGIN %2").arg(quotedName(name), attributes);
    if (!password.isEmpty())
        sql += QStringLiteral(" PASSWORD ") + quotedText(password);
    must(QStringLiteral("postgres"), sql);
}

Answer Cluster::psql(const QString &login, const QString &database, const QString &sql) const
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    process.start(QStringLiteral("psql"),
                  {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-v"),
                   QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-v"), QStringLiteral("VERBOSITY=verbose"), QStringLiteral("-h"),
                   m_folder, QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"), login, QStringLiteral("-d"), database,
                   QStringLiteral("-f"), QStringLiteral("-")});
    process.write(sql.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {-1, {}, QStringLiteral("psql does not end: ") + process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()).trimmed(), QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

QString Cluster::must(const QString &database, const QString &sql) const
{
    const Answer answer = psql(superuser(), database, sql);
    if (!answer.ok())
        qFatal("%s\n%s", qPrintable(sql), qPrintable(answer.error));
    return answer.out;
}

QString Cluster::url(const QString &login, const QString &database, const QString &parameters) const
{
    const QString query = parameters.isEmpty() ? QString() : QLatin1Char('?') + parameters;
    return QStringLiteral("postgresql://%1@127.0.0.1:%2/%3%4").arg(login).arg(m_port).arg(database, query);
}

void Cluster::useTls()
{
    const QString in = m_folder + QLatin1Char('/');
    openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=war-room-ca -keyout "
                           "%1ca.key -out %1ca.crt")
                .arg(in));
    openssl(QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -addext "
                           "subjectAltName=DNS:localhost,IP:127.0.0.1 "
                           "-keyout %1server.key -out %1server.csr")
                .arg(in));
    openssl(QStringLiteral(
                "x509 -req -in %1server.csr -CA %1ca.crt -CAkey %1ca.key -CAcreateserial -days 2 -copy_extensions copy -out %1server.crt")
                .arg(in));
    append(QStringLiteral("postgresql.conf"),
           QStringLiteral("ssl = on\nssl_cert_file = '%1server.crt'\nssl_key_file = '%1server.key'\nssl_ca_file = '%1ca.crt'\n").arg(in));
    reload();
    const QDeadlineTimer deadline(30000);
    while (must(QStringLiteral("postgres"), QStringLiteral("SHOW ssl")) != QLatin1String("on")) {
        if (deadline.hasExpired())
            qFatal("PostgreSQL does not take its certificate");
    }
}

} // namespace qd::test
