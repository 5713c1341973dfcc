#pragma once
// Where a terminal gets the password of a hub from: the URL, --password-stdin, the keychain, libpq's own ways; else it asks.

#include "app/cli/shell.h"
#include "models/hub/hubvisit.h"

namespace qd::cli {

struct Visitor // how the hub of an address is visited
{
    hub::HubVisit visit;
    bool isGiven = false; // by a person, just now: worth keeping
    QStringList notes;    // what they should know
};

[[nodiscard]] Result<Visitor> visitorOf(const Shell &shell, const hub::TypedAddress &typed);
// The same call, and again with a password that is asked for where the hub wants one and somebody sits at a terminal.
[[nodiscard]] Result<hub::HubGreeting> greetAsking(Visitor &visitor);
// Into the keychain; where there is none, what to do stands in the notes.
void keepPassword(Visitor &visitor);
void forgetPassword(const hub::HubAddress &address);

} // namespace qd::cli
