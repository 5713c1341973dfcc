// Reading an address. No sentence here repeats what was typed but for what cannot be a part of a password.
#include "models/hub/hubaddress.h"

#include "models/hub/hubparameters.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace qd::hub {
namespace {

const QString form = QStringLiteral("postgresql://login@host/database");

tl::unexpected<Error> wrong(const QString &sentence)
{
    return failure(ErrorCode::Usage, sentence);
}

tl::unexpected<Error> strayAt()
{
    return wrong(QStringLiteral("the address of the hub has an '@' where none belongs; leave the password away, it is asked for "
                                "(or write its / ? # @ as %2F %3F %23 %40)"));
}

Result<QString> decoded(const QString &text)
{
    static const QRegularExpression loose(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    if (loose.match(text).hasMatch())
        return wrong(QStringLiteral("the address of the hub has a '%' that begins no code of two digits; write %25 for the sign itself"));
    const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
    if (std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return wrong(QStringLiteral("the address of the hub has a control character in it; type it anew"));
    return plain;
}

class AddressReader
{
public:
    [[nodiscard]] Result<TypedAddress> read(const QString &typed)
    {
        m_rest = typed.trimmed();
        for (const auto step : {&AddressReader::split, &AddressReader::readLogin, &AddressReader::readHosts, &AddressReader::readDatabase,
                                &AddressReader::readParameters, &AddressReader::complete}) {
            if (const Result<void> done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        return m_read;
    }

private:
    Result<void> split()
    {
        static const QRegularExpression scheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://"));
        static const QRegularExpression words(QStringLiteral("^\\s*(host|hostaddr|dbname|user|password|port|service)\\s*="));
        if (m_rest.isEmpty())
            return wrong(QStringLiteral("say where the hub is: %1").arg(form));
        if (words.match(m_rest).hasMatch())
            return wrong(QStringLiteral("write where the hub is as one address: %1").arg(form));
        if (const auto match = scheme.match(m_rest); match.hasMatch()) {
            const QString name = match.captured(1).toLower();
            if (name != QLatin1String("postgresql") && name != QLatin1String("postgres"))
                return wrong(QStringLiteral("a hub is a PostgreSQL database: its address begins with postgresql://, not %1://").arg(name));
            m_rest = m_rest.mid(match.capturedLength());
        }
        const qsizetype end = m_rest.indexOf(QRegularExpression(QStringLiteral("[/?]")));
        m_authority = end < 0 ? m_rest : m_rest.left(end);
        const QString after = end < 0 ? QString() : m_rest.mid(end);
        const qsizetype question = after.indexOf(QLatin1Char('?'));
        m_path = question < 0 ? after : after.left(question);
        m_query = question < 0 ? QString() : after.mid(question + 1);
        if (m_path.contains(QLatin1Char('@')) || (m_query.contains(QLatin1Char('@')) && !m_authority.contains(QLatin1Char('@'))))
            return strayAt();
        return {};
    }

    Result<void> readLogin()
    {
        const qsizetype at = m_authority.lastIndexOf(QLatin1Char('@'));
        if (at < 0)
            return {};
        const QString user = m_authority.left(at);
        m_authority = m_authority.mid(at + 1);
        const qsizetype colon = user.indexOf(QLatin1Char(':'));
        if (colon >= 0) {
            const Result<QString> password = decoded(user.mid(colon + 1));
            if (!password)
                return wrong(QStringLiteral("the password in the address of the hub cannot be read; leave it away, it is asked for"));
            if (!password->isEmpty())
                m_read.password = *password;
        }
        const Result<QString> login = decoded(colon < 0 ? user : user.left(colon));
        if (!login)
            return tl::unexpected(login.error());
        m_read.address.login = *login;
        return {};
    }

    Result<void> addHost(const QString &name, const QString &port)
    {
        static const QRegularExpression good(QStringLiteral("^(/[^,;']*|[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?)$"));
        const Result<QString> plain = decoded(name);
        if (!plain)
            return tl::unexpected(plain.error());
        if (!good.match(*plain).hasMatch())
            return wrong(QStringLiteral("a host in the address of the hub has a character that none can have; write %1").arg(form));
        bool isNumber = true;
        const int number = port.isEmpty() ? 5432 : port.toInt(&isNumber);
        if (!isNumber || number < 1 || number > 65535)
            return wrong(QStringLiteral("a port in the address of the hub is no number from 1 to 65535"));
        m_read.address.hosts.push_back({plain->startsWith(QLatin1Char('/')) ? *plain : plain->toLower(), number});
        return {};
    }

    Result<void> readHosts()
    {
        static const QRegularExpression bracketed(QStringLiteral("^\\[([^\\[\\]]*)\\](?::(.*))?$"));
        if (m_authority.isEmpty())
            return {};
        for (const QString &host : m_authority.split(QLatin1Char(','))) {
            Result<void> added;
            if (const auto match = bracketed.match(host); match.hasMatch())
                added = addHost(match.captured(1), match.captured(2));
            else if (host.count(QLatin1Char(':')) > 1)
                added =
                    wrong(QStringLiteral("write an IPv6 address in the address of the hub in brackets: postgresql://login@[::1]/database"));
            else
                added = addHost(host.section(QLatin1Char(':'), 0, 0), host.section(QLatin1Char(':'), 1));
            if (!added)
                return added;
        }
        return {};
    }

    Result<void> readDatabase()
    {
        const QString name = m_path.mid(1);
        if (name.contains(QLatin1Char('/')))
            return wrong(QStringLiteral("the address of the hub names one database after the host: %1").arg(form));
        const Result<QString> plain = decoded(name);
        if (!plain)
            return tl::unexpected(plain.error());
        m_read.address.database = *plain;
        return {};
    }

    Result<void> readParameters()
    {
        for (const QString &pair : m_query.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
            const QString name = pair.section(QLatin1Char('='), 0, 0);
            if (!pair.contains(QLatin1Char('=')) || name.contains(QLatin1Char('@')))
                return name.contains(QLatin1Char('@'))
                    ? strayAt()
                    : wrong(QStringLiteral("a parameter in the address of the hub has no value; write name=value"));
            const Result<QString> value = decoded(pair.section(QLatin1Char('='), 1));
            if (!value)
                return tl::unexpected(value.error());
            if (const Result<void> taken = takeParameter(name, *value); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeParameter(const QString &name, const QString &value)
    {
        if (name == QLatin1String("password")) {
            m_read.password = value;
            return {};
        }
        if (name == QLatin1String("user") || name == QLatin1String("dbname")) {
            QString &place = name == QLatin1String("user") ? m_read.address.login : m_read.address.database;
            if (!place.isEmpty())
                return wrong(QStringLiteral("the address of the hub says its %1 twice; leave one away").arg(name));
            place = value;
            return {};
        }
        if (name == QLatin1String("host") || name == QLatin1String("port")) {
            (name == QLatin1String("host") ? m_hosts : m_ports) = value;
            return {};
        }
        const ParameterRow *row = findParameter(name);
        if (!row)
            return wrong(unknown(name));
        if (!m_read.address.parameter(name).isNull())
            return wrong(QStringLiteral("the address of the hub says %1 twice; leave one away").arg(name));
        if (value.contains(QLatin1Char(';')))
            return wrong(
                QStringLiteral("%1 in the address of the hub has a semicolon, which cannot be passed on; choose a path without one")
                    .arg(name));
        if (const QString problem = parameterProblem(*row, value); !problem.isEmpty())
            return wrong(problem);
        m_read.address.parameters.emplace_back(name, value);
        return {};
    }

    static QString unknown(const QString &name)
    {
        static const QRegularExpression word(QStringLiteral("^[a-z_]{1,32}$"));
        QStringList known;
        for (const ParameterRow &row : parameterTable())
            known << QLatin1String(row.name);
        return QStringLiteral("%1 may not stand in the address of a hub; known are %2")
            .arg(word.match(name).hasMatch() ? QLatin1Char('\'') + name + QLatin1Char('\'') : QStringLiteral("a parameter there"),
                 known.join(QStringLiteral(", ")));
    }

    Result<void> complete()
    {
        if (!m_hosts.isEmpty() && !m_read.address.hosts.empty())
            return wrong(QStringLiteral("the address of the hub says its host twice; leave one away"));
        if (!m_hosts.isEmpty() || !m_ports.isEmpty()) {
            const QStringList ports = m_ports.split(QLatin1Char(','));
            const QStringList hosts =
                m_hosts.isEmpty() ? QStringList{QStringLiteral("/var/run/postgresql")} : m_hosts.split(QLatin1Char(','));
            if (!m_read.address.hosts.empty() || (ports.size() != 1 && ports.size() != hosts.size()))
                return wrong(QStringLiteral("write each port of the hub after its host: postgresql://login@host:5433,host2:5434/database"));
            for (qsizetype i = 0; i < hosts.size(); ++i) {
                if (const Result<void> added = addHost(hosts[i], ports.value(ports.size() == 1 ? 0 : i)); !added)
                    return added;
            }
        }
        if (m_read.address.hosts.empty())
            m_read.address.hosts.push_back({QStringLiteral("/var/run/postgresql"), 5432});
        if (m_read.address.database.isEmpty())
            return wrong(QStringLiteral("say which database is the hub, after the host: %1").arg(form));
        return {};
    }

    TypedAddress m_read;
    QString m_rest, m_authority, m_path, m_query, m_hosts, m_ports;
};

} // namespace

Result<TypedAddress> readHubAddress(const QString &typed)
{
    return AddressReader().read(typed);
}

} // namespace qd::hub
