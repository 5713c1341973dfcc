#include "models/hub/hubparameters.h"

#include <QRegularExpression>
#include <QStringList>

namespace qd::hub {
namespace {

bool isNumber(const QString &value, int most)
{
    bool isInteger = false;
    const int number = value.toInt(&isInteger);
    return isInteger && number >= 1 && number <= most;
}

bool isName(const QString &value)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9._-]+$"));
    return name.match(value).hasMatch();
}

} // namespace

const std::vector<ParameterRow> &parameterTable()
{
    // What is measured: with these a peer that is gone without a word is noticed after 3 to 5 s, idle or not.
    static const std::vector<ParameterRow> table{
        {"target_session_attrs", ParameterKind::Word, "read-write primary any", "read-write"},
        {"connect_timeout", ParameterKind::Seconds, "", "3"},
        {"keepalives", ParameterKind::Word, "1", "1"},
        {"keepalives_idle", ParameterKind::Seconds, "", "2"},
        {"keepalives_interval", ParameterKind::Seconds, "", "1"},
        {"keepalives_count", ParameterKind::Seconds, "", "3"},
        {"tcp_user_timeout", ParameterKind::Count, "", "4000"},
        {"sslmode", ParameterKind::Word, "disable allow prefer require verify-ca verify-full", ""},
        {"sslrootcert", ParameterKind::File, "", ""},
        {"sslcert", ParameterKind::File, "", ""},
        {"sslkey", ParameterKind::File, "", ""},
        {"sslcrl", ParameterKind::File, "", ""},
        {"sslcrldir", ParameterKind::File, "", ""},
        {"sslsni", ParameterKind::Word, "0 1", ""},
        {"ssl_min_protocol_version", ParameterKind::Word, "TLSv1.2 TLSv1.3", ""},
        {"channel_binding", ParameterKind::Word, "disable prefer require", ""},
        {"gssencmode", ParameterKind::Word, "disable prefer require", ""},
        {"krbsrvname", ParameterKind::Name, "", ""},
        {"passfile", ParameterKind::File, "", ""},
    };
    return table;
}

const ParameterRow *findParameter(const QString &name)
{
    for (const ParameterRow &row : parameterTable()) {
        if (name == QLatin1String(row.name))
            return &row;
    }
    return nullptr;
}

QString parameterProblem(const ParameterRow &row, const QString &value)
{
    const QString name = QLatin1String(row.name);
    switch (row.kind) {
    case ParameterKind::Word: {
        const QStringList choices = QString::fromLatin1(row.choices).split(QLatin1Char(' '));
        if (!choices.contains(value))
            return QStringLiteral("%1 in the address of the hub is one of: %2").arg(name, choices.join(QStringLiteral(", ")));
        break;
    }
    case ParameterKind::Seconds:
        if (!isNumber(value, 60))
            return QStringLiteral("%1 in the address of the hub is a number from 1 to 60").arg(name);
        break;
    case ParameterKind::Count:
        if (!isNumber(value, 600000))
            return QStringLiteral("%1 in the address of the hub is a number from 1 to 600000").arg(name);
        break;
    case ParameterKind::File:
        if (!value.startsWith(QLatin1Char('/')))
            return QStringLiteral("%1 in the address of the hub is a file: write its whole path, beginning with '/'").arg(name);
        break;
    case ParameterKind::Name:
        if (!isName(value))
            return QStringLiteral("%1 in the address of the hub is a name of letters, digits, dots and hyphens").arg(name);
        break;
    }
    return {};
}

} // namespace qd::hub
