#pragma once
// What PostgreSQL says, as a sentence for a person: what is wrong, and what to do. One table.
//
// ErrorCode::Storage: it will pass, and is tried again. ErrorCode::Refused: a person has to do something first. PostgreSQL's own words go into
// the detail; they hold no password, as none is ever a part of a statement.

#include "models/core/result.h"
#include "models/hub/hubaddress.h"

namespace qd::hub {

struct HubTrouble
{
    QString state;   // SQLSTATE; empty where the connection was lost, or was not made
    QString message; // of libpq or of the server
};

[[nodiscard]] Error hubError(const HubAddress &address, const HubTrouble &trouble);
[[nodiscard]] bool isInAnotherLanguage(const QString &message); // a server's refusal, in words that the table does not know
[[nodiscard]] QString withoutSeverity(const QString &message);  // its first line; "ERROR:  ", in whatever language, is left away
[[nodiscard]] QString refusalSentence(const QString &reason);   // why the hub does not take an event; of push()
[[nodiscard]] bool wantsPassword(const Error &error);           // another password may help

} // namespace qd::hub
