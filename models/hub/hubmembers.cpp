#include "models/hub/hubmembers.h"

#include "models/hub/standingwords.h"

namespace qd::hub {
namespace {

Result<void> done(const Result<QSqlQuery *> &rows)
{
    return rows ? Result<void>() : tl::unexpected(rows.error());
}

} // namespace

Result<std::vector<HubMember>> members(HubConnection &hub)
{
    const Result<QSqlQuery *> rows = hub.run("121_members");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<HubMember> all;
    for (QSqlQuery &row = **rows; row.next();)
        all.push_back({row.value(0).toString(), row.value(1).toString(), standingOf(row.value(2).toString())});
    return all;
}

Result<void> grantStanding(HubConnection &hub, const HubMember &member)
{
    return done(hub.run("122_grant_standing", {member.login, standingWord(member.standing), member.person}));
}

Result<void> revokeStanding(HubConnection &hub, const QString &login)
{
    return done(hub.run("123_revoke_standing", {login}));
}

} // namespace qd::hub
