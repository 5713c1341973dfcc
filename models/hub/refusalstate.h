#pragma once
// Why a server lets nobody in, where its own words do not say: they are in the language of the server, and Qt passes on nothing else.

#include "models/hub/callguard.h"

#include <QString>

namespace qd::hub {

// Asks once more, for the SQLSTATE alone; empty: it let us in now, or gave none. `connectOptions`: as QSqlDatabase takes them. Ended by the
// guard, or after a few seconds.
[[nodiscard]] QString refusalState(const QString &connectOptions, const QString &database, const QString &login, const QString &password,
                                   const CallGuard &guard);
[[nodiscard]] QString stateIn(const QString &message); // of libpq, told to say nothing but the state; empty: there is none

} // namespace qd::hub
