#include "models/hub/refusalstate.h"

#include <QRegularExpression>

#include <libpq-fe.h>
#include <poll.h>

namespace qd::hub {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 5s;
constexpr int slice = 100; // milliseconds; how soon the end of the guard is noticed

struct Parameters // for libpq; what they point to lives as long as they do
{
    std::vector<QByteArray> texts;

    void add(const char *name, const QByteArray &value)
    {
        if (value.isNull())
            return;
        texts.emplace_back(name);
        texts.push_back(value);
    }
    [[nodiscard]] std::vector<const char *> every(size_t from) const // names from 0 on, values from 1 on
    {
        std::vector<const char *> found;
        for (size_t i = from; i < texts.size(); i += 2)
            found.push_back(texts[i].constData());
        found.push_back(nullptr);
        return found;
    }
};

Parameters parametersOf(const QString &connectOptions)
{
    Parameters parameters;
    PQconninfoOption *all =
        PQconninfoParse(QString(connectOptions).replace(QLatin1Char(';'), QLatin1Char(' ')).toUtf8().constData(), nullptr);
    for (const PQconninfoOption *one = all; one && one->keyword; ++one)
        parameters.add(one->keyword, QByteArray(one->val));
    PQconninfoFree(all);
    return parameters;
}

void await(PGconn *connection, const CallGuard &guard)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (PostgresPollingStatusType next = PGRES_POLLING_WRITING; next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING;) {
        if (guard.hasEnded() || std::chrono::steady_clock::now() > until)
            return;
        pollfd socket{PQsocket(connection), static_cast<short>(next == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (::poll(&socket, 1, slice) != 0)
            next = PQconnectPoll(connection);
    }
}

} // namespace

QString stateIn(const QString &message)
{
    static const QRegularExpression state(QStringLiteral(":  ([0-9A-Z]{5})$"), QRegularExpression::MultilineOption);
    return state.match(message).captured(1);
}

QString refusalState(const QString &connectOptions, const QString &database, const QString &login, const QString &password,
                     const CallGuard &guard)
{
    Parameters parameters = parametersOf(connectOptions);
    parameters.add("dbname", database.toUtf8());
    parameters.add("user", login.toUtf8());
    parameters.add("password", password.toUtf8());
    PGconn *connection = PQconnectStartParams(parameters.every(0).data(), parameters.every(1).data(), 0);
    if (!connection)
        return {};
    PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE);
    if (PQstatus(connection) != CONNECTION_BAD)
        await(connection, guard);
    const QString state = PQstatus(connection) == CONNECTION_OK ? QString() : stateIn(QString::fromUtf8(PQerrorMessage(connection)));
    PQfinish(connection);
    return state;
}

} // namespace qd::hub
