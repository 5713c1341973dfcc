#pragma once
// Passwords of hubs in the keychain of the system (Secret Service, KWallet), under the login, hosts and database that they are for. They are
// nowhere else: no settings, no log, no list of processes.
//
// Nothing here waits: `done` is called later, on this thread, once; not at all once `context` is gone.

#include "models/core/result.h"
#include "models/hub/hubaddress.h"

#include <QObject>

#include <functional>

namespace qd::keychain {

[[nodiscard]] bool isThere(); // as far as can be known without asking it

// A null password: none is kept. An error says what to do where there is no keychain.
void readPassword(const hub::HubAddress &address, QObject *context, const std::function<void(const Result<QString> &)> &done);
void keepPassword(const hub::HubAddress &address, const QString &password, QObject *context,
                  const std::function<void(const Result<void> &)> &done);
void forgetPassword(const hub::HubAddress &address, QObject *context, const std::function<void(const Result<void> &)> &done);

[[nodiscard]] QString withoutKeychain(const hub::HubAddress &address); // the sentence that says what to do instead

} // namespace qd::keychain
