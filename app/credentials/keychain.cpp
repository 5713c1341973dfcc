#include "app/credentials/keychain.h"

#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace qd::keychain {
namespace {

const QString service = QStringLiteral("quarterdeck");

// A keychain that is locked and asks its owner is waited for; one that never answers is not.
constexpr auto patience = std::chrono::seconds(60);

void begin(QKeychain::Job *job, const hub::HubAddress &address, QObject *context, const std::function<void(QKeychain::Job *)> &finished)
{
    job->setKey(address.credential());
    job->setAutoDelete(true);
    auto once = std::make_shared<bool>(false);
    const auto end = [once, finished](QKeychain::Job *ended) {
        if (!std::exchange(*once, true))
            finished(ended);
    };
    QObject::connect(job, &QKeychain::Job::finished, context, end);
    QTimer::singleShot(patience, context, [end] { end(nullptr); });
    job->start();
}

Result<void> outcome(const QKeychain::Job *job, const hub::HubAddress &address)
{
    if (job && job->error() == QKeychain::NoError)
        return {};
    const QString detail = job ? job->errorString() : QStringLiteral("no answer");
    if (job && (job->error() == QKeychain::AccessDeniedByUser || job->error() == QKeychain::AccessDenied)) {
        return failure(
            ErrorCode::Refused,
            QStringLiteral("the keychain does not let this program in; unlock it and try again, or write the password into ~/.pgpass"),
            detail);
    }
    return failure(ErrorCode::Storage, withoutKeychain(address), detail);
}

} // namespace

bool isThere()
{
    const QString bus = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    return !bus.isEmpty() || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

QString withoutKeychain(const hub::HubAddress &address)
{
    const hub::HubHost host = address.hosts.empty() ? hub::HubHost() : address.hosts.front();
    return QStringLiteral(
               "this machine has no keychain that answers, so the password is not kept; write it into ~/.pgpass, which nobody else may "
               "read (chmod 600), as a line %1:%2:%3:%4:PASSWORD")
        .arg(host.isSocket() ? QStringLiteral("localhost") : host.name)
        .arg(host.port)
        .arg(address.database, address.login.isEmpty() ? QStringLiteral("LOGIN") : address.login);
}

void readPassword(const hub::HubAddress &address, QObject *context, const std::function<void(const Result<QString> &)> &done)
{
    if (!isThere()) {
        QTimer::singleShot(0, context, [done] { done(QString()); });
        return;
    }
    begin(new QKeychain::ReadPasswordJob(service), address, context, [done, address](QKeychain::Job *job) {
        if (job && job->error() == QKeychain::EntryNotFound)
            return done(QString());
        const Result<void> read = outcome(job, address);
        done(read ? Result<QString>(static_cast<QKeychain::ReadPasswordJob *>(job)->textData()) : tl::unexpected(read.error()));
    });
}

void keepPassword(const hub::HubAddress &address, const QString &password, QObject *context,
                  const std::function<void(const Result<void> &)> &done)
{
    if (!isThere()) {
        QTimer::singleShot(0, context, [done, address] { done(failure(ErrorCode::Storage, withoutKeychain(address))); });
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(password);
    begin(job, address, context, [done, address](QKeychain::Job *ended) { done(outcome(ended, address)); });
}

void forgetPassword(const hub::HubAddress &address, QObject *context, const std::function<void(const Result<void> &)> &done)
{
    if (!isThere()) {
        QTimer::singleShot(0, context, [done] { done({}); });
        return;
    }
    begin(new QKeychain::DeletePasswordJob(service), address, context, [done, address](QKeychain::Job *job) {
        done(job && job->error() == QKeychain::EntryNotFound ? Result<void>() : outcome(job, address));
    });
}

} // namespace qd::keychain
