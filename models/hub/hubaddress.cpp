#include "models/hub/hubaddress.h"

#include "models/hub/hubparameters.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace qd::hub {
namespace {

QString encoded(const QString &text, const char *alsoPlain = "")
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, alsoPlain));
}

QString hostText(const HubHost &host)
{
    QString text = encoded(host.name);
    if (!host.isSocket() && host.name.contains(QLatin1Char(':')))
        text = QLatin1Char('[') + encoded(host.name, ":") + QLatin1Char(']');
    return host.port == 5432 ? text : text + QLatin1Char(':') + QString::number(host.port);
}

QString joined(const std::vector<HubHost> &hosts, QString (*wording)(const HubHost &), const QString &between)
{
    QStringList texts;
    for (const HubHost &host : hosts)
        texts << wording(host);
    return texts.join(between);
}

QString shownHost(const HubHost &host)
{
    const QString name =
        host.isSocket() || !host.name.contains(QLatin1Char(':')) ? host.name : QLatin1Char('[') + host.name + QLatin1Char(']');
    return host.port == 5432 ? name : name + QLatin1Char(':') + QString::number(host.port);
}

QString option(const QString &name, QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return name + QStringLiteral("='") + value + QLatin1Char('\'');
}

QString trustedRoots(const QString &home)
{
    const QString own = home + QStringLiteral("/.postgresql/root.crt");
    return QFileInfo::exists(own) ? own : QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
}

} // namespace

bool HubHost::isThisMachine() const
{
    static const QRegularExpression four(QStringLiteral("^127\\.\\d+\\.\\d+\\.\\d+$"));
    return isSocket() || name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) || name == QLatin1String("::1")
        || four.match(name).hasMatch();
}

QString HubAddress::text() const
{
    QString text = QStringLiteral("postgresql://");
    if (!login.isEmpty())
        text += encoded(login) + QLatin1Char('@');
    text += joined(hosts, hostText, QStringLiteral(",")) + QLatin1Char('/') + encoded(database);
    QChar before = QLatin1Char('?');
    for (const auto &[name, value] : parameters) {
        text += before + name + QLatin1Char('=') + encoded(value, "/");
        before = QLatin1Char('&');
    }
    return text;
}

QString HubAddress::credential() const
{
    HubAddress bare = *this;
    bare.parameters.clear();
    return bare.text();
}

QString HubAddress::hostNames() const
{
    return joined(hosts, shownHost, QStringLiteral(", "));
}

bool HubAddress::isThisMachine() const
{
    return std::all_of(hosts.begin(), hosts.end(), [](const HubHost &host) { return host.isThisMachine(); });
}

QString HubAddress::parameter(const QString &name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(), [&name](const auto &given) { return given.first == name; });
    return found == parameters.end() ? QString() : found->second;
}

QString HubAddress::caution() const
{
    const QString mode = parameter(QStringLiteral("sslmode"));
    if (isThisMachine() || mode.isEmpty() || mode == QLatin1String("verify-full"))
        return {};
    if (mode == QLatin1String("verify-ca"))
        return QStringLiteral("sslmode=verify-ca: any server with a certificate of the same authority can pass itself off as %1")
            .arg(hostNames());
    if (mode == QLatin1String("require"))
        return QStringLiteral("sslmode=require: what is sent is encrypted, but nobody checks that it is %1 that reads it").arg(hostNames());
    return QStringLiteral("sslmode=%1: what is sent to %2, passwords too, may travel for everyone on the way to read")
        .arg(mode, hostNames());
}

QString HubAddress::connectOptions(const QString &home) const
{
    QStringList names, ports;
    for (const HubHost &host : hosts) {
        names << host.name;
        ports << QString::number(host.port);
    }
    QStringList options{option(QStringLiteral("host"), names.join(QLatin1Char(','))),
                        option(QStringLiteral("port"), ports.join(QLatin1Char(','))),
                        option(QStringLiteral("application_name"), QStringLiteral("quarterdeck")),
                        option(QStringLiteral("client_encoding"), QStringLiteral("UTF8"))};
    for (const auto &[name, value] : parameters)
        options << option(name, value);
    for (const ParameterRow &row : parameterTable()) {
        if (*row.fallback && parameter(QLatin1String(row.name)).isNull())
            options << option(QLatin1String(row.name), QLatin1String(row.fallback));
    }
    QString mode = parameter(QStringLiteral("sslmode"));
    if (mode.isNull()) {
        mode = isThisMachine() ? QStringLiteral("prefer") : QStringLiteral("verify-full");
        options << option(QStringLiteral("sslmode"), mode);
    }
    if (mode.startsWith(QLatin1String("verify")) && parameter(QStringLiteral("sslrootcert")).isNull())
        options << option(QStringLiteral("sslrootcert"), trustedRoots(home));
    return options.join(QLatin1Char(';'));
}

} // namespace qd::hub
