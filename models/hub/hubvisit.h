#pragma once
// What is asked of a hub once, over a connection of its own: whose login this is, who the members are. Waits for the network (CallGuard ends it):
// for a terminal, or in the background.

#include "models/hub/hubmembers.h"
#include "models/hub/hubschema.h"

namespace qd::hub {

struct HubVisit
{
    HubAddress address;
    QString password; // null: libpq's own ways (.pgpass, a client certificate, Kerberos)
    QString home;     // of the person
    std::shared_ptr<CallGuard> guard = std::make_shared<CallGuard>();
};

struct HubGreeting
{
    Greeting greeting;
    bool isEncrypted = false;
};

[[nodiscard]] Result<HubGreeting> greet(const HubVisit &visit);
// `person`: as whom the login writes; empty: as its own name. Makes a hub of the database, or brings an older one up to date.
[[nodiscard]] Result<HubMade> makeHub(const HubVisit &visit, const QString &person);
[[nodiscard]] Result<std::vector<HubMember>> membersOf(const HubVisit &visit);
[[nodiscard]] Result<void> grantAt(const HubVisit &visit, const HubMember &member);
[[nodiscard]] Result<void> revokeAt(const HubVisit &visit, const QString &login);

} // namespace qd::hub
