#include "models/hub/hubvisit.h"

#include "models/hub/postgreshub.h"

namespace qd::hub {
namespace {

template<class T>
Result<T> visited(const HubVisit &visit, const std::function<Result<T>(HubConnection &)> &ask)
{
    HubConnection connection(visit.address, visit.home, visit.guard, std::chrono::seconds(30));
    connection.setPassword(visit.password);
    if (const Result<void> opened = connection.open(); !opened)
        return tl::unexpected(opened.error());
    return ask(connection);
}

} // namespace

Result<HubGreeting> greet(const HubVisit &visit)
{
    return visited<HubGreeting>(visit, [](HubConnection &connection) -> Result<HubGreeting> {
        const bool isEncrypted = connection.isEncrypted();
        const Result<Greeting> greeting = PostgresHub(connection).hello();
        return greeting ? Result<HubGreeting>(HubGreeting{*greeting, isEncrypted}) : tl::unexpected(greeting.error());
    });
}

Result<HubMade> makeHub(const HubVisit &visit, const QString &person)
{
    return visited<HubMade>(visit, [&person](HubConnection &connection) { return initHub(connection.database(), person); });
}

Result<std::vector<HubMember>> membersOf(const HubVisit &visit)
{
    return visited<std::vector<HubMember>>(visit, [](HubConnection &connection) { return members(connection); });
}

Result<void> grantAt(const HubVisit &visit, const HubMember &member)
{
    return visited<void>(visit, [&member](HubConnection &connection) { return grantStanding(connection, member); });
}

Result<void> revokeAt(const HubVisit &visit, const QString &login)
{
    return visited<void>(visit, [&login](HubConnection &connection) { return revokeStanding(connection, login); });
}

} // namespace qd::hub
