#include "app/cli/hubpassword.h"

#include "app/cli/secretprompt.h"
#include "app/credentials/keychain.h"
#include "models/hub/hubsentences.h"

#include <QDir>
#include <QEventLoop>

namespace qd::cli {
namespace {

constexpr int tries = 3;

// The keychain answers later: a terminal waits for it, as the window never does.
template<class T>
Result<T> awaited(const std::function<void(QObject *, const std::function<void(const Result<T> &)> &)> &ask)
{
    Result<T> answer = refused({});
    QEventLoop waiting;
    ask(&waiting, [&](const Result<T> &given) {
        answer = given;
        waiting.quit();
    });
    waiting.exec();
    return answer;
}

} // namespace

Result<Visitor> visitorOf(const Shell &shell, const hub::TypedAddress &typed)
{
    Visitor visitor;
    visitor.visit.address = typed.address;
    visitor.visit.home = QDir::homePath();
    if (const QString caution = typed.address.caution(); !caution.isEmpty())
        visitor.notes << caution;
    if (!typed.password.isNull()) {
        visitor.visit.password = typed.password;
        visitor.isGiven = true;
        visitor.notes << QStringLiteral(
            "a password in the address stands in the list of processes and in the history of the shell: leave it away "
            "next time, it is asked for");
    }
    if (shell.arguments().has("password-stdin")) {
        const Result<QString> given = readSecret();
        if (!given)
            return tl::unexpected(given.error());
        visitor.visit.password = *given;
        visitor.isGiven = true;
    }
    if (visitor.isGiven)
        return visitor;
    const Result<QString> kept =
        awaited<QString>([&](QObject *context, const auto &done) { keychain::readPassword(typed.address, context, done); });
    if (kept)
        visitor.visit.password = *kept;
    return visitor;
}

Result<hub::HubGreeting> greetAsking(Visitor &visitor)
{
    Result<hub::HubGreeting> greeting = hub::greet(visitor.visit);
    for (int i = 0; i < tries && !greeting && hub::wantsPassword(greeting.error()) && canAskSecret(); ++i) {
        const QString login = visitor.visit.address.login.isEmpty() ? QStringLiteral("this login") : visitor.visit.address.login;
        const Result<QString> password = askSecret(QStringLiteral("Password of %1 at %2").arg(login, visitor.visit.address.hostNames()));
        if (!password)
            return tl::unexpected(password.error());
        visitor.visit.password = *password;
        visitor.isGiven = true;
        greeting = hub::greet(visitor.visit);
    }
    return greeting;
}

void keepPassword(Visitor &visitor)
{
    if (!visitor.isGiven)
        return;
    const Result<void> kept = awaited<void>(
        [&](QObject *context, const auto &done) { keychain::keepPassword(visitor.visit.address, visitor.visit.password, context, done); });
    if (!kept)
        visitor.notes << kept.error().sentence;
}

void forgetPassword(const hub::HubAddress &address)
{
    static_cast<void>(awaited<void>([&](QObject *context, const auto &done) { keychain::forgetPassword(address, context, done); }));
}

} // namespace qd::cli
