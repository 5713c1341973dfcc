// hub grant, revoke and members: of the hub, or of a restricted incident.
#include "app/cli/commands/hubmembers.h"

#include "models/hub/hubsentences.h"
#include "models/hub/standingwords.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace qd::cli {
namespace {

// An incident's member is a person. A login is understood too, where the hub answers and knows it.
QString personOf(Shell &shell, const QString &loginOrPerson)
{
    const Result<Visitor> visitor = joinedVisitor(shell);
    const Result<std::vector<hub::HubMember>> members =
        visitor ? hub::membersOf(visitor->visit) : Result<std::vector<hub::HubMember>>(tl::unexpected(visitor.error()));
    if (!members)
        return loginOrPerson;
    const auto found =
        std::find_if(members->begin(), members->end(), [&](const hub::HubMember &member) { return member.login == loginOrPerson; });
    return found == members->end() ? loginOrPerson : found->person;
}

Result<Answer> changeIncident(Shell &shell, bool isAdded)
{
    const QString person = personOf(shell, shell.arguments().word("LOGIN"));
    Result<Room> room = shell.room(shell.arguments().value("incident"));
    if (!room)
        return tl::unexpected(room.error());
    const Command command = isAdded ? Command(command::AddMember{person}) : Command(command::RemoveMember{person});
    return shell.change(*room, command);
}

QJsonObject memberJson(const hub::HubMember &member)
{
    return {{QStringLiteral("login"), member.login},
            {QStringLiteral("person"), member.person},
            {QStringLiteral("standing"), hub::standingWord(member.standing)}};
}

Result<Answer> incidentMembers(Shell &shell)
{
    const Result<Room> room = shell.room(shell.arguments().value("incident"));
    if (!room)
        return tl::unexpected(room.error());
    if (!room->incident.restricted)
        return refused(QStringLiteral("%1 is not restricted: everybody of the hub sees it").arg(room->incident.ref));
    const QStringList members = room->incident.members;
    return Answer{members.join(QLatin1Char('\n')), QJsonArray::fromStringList(members)};
}

} // namespace

Result<Visitor> joinedVisitor(Shell &shell)
{
    const Result<SharingState> state = joinedState(shell);
    if (!state)
        return tl::unexpected(state.error());
    const Result<hub::TypedAddress> address = hub::readHubAddress(state->with.address);
    if (!address)
        return tl::unexpected(address.error());
    return visitorOf(shell, *address);
}

Result<SharingState> joinedState(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    Result<SharingState> state = (*journal)->sharing();
    if (state && !state->with.joined())
        return refused(QStringLiteral("this database is in step with no hub; 'hub join URL' joins one"));
    return state;
}

Result<hub::HubMade> makeAsking(Visitor &visitor, const QString &person)
{
    Result<hub::HubMade> made = hub::makeHub(visitor.visit, person);
    if (made || !hub::wantsPassword(made.error()))
        return made;
    // It is asked for where somebody can answer; without a hub yet, the greeting says that there is none, and that is what init mends.
    const Result<hub::HubGreeting> greeting = greetAsking(visitor);
    if (!greeting && hub::wantsPassword(greeting.error()))
        return tl::unexpected(greeting.error());
    return hub::makeHub(visitor.visit, person);
}

Result<Answer> grantHub(Shell &shell)
{
    if (shell.arguments().has("incident"))
        return changeIncident(shell, true);
    const QString word = shell.arguments().word("observer|responder|administrator");
    hub::HubMember member;
    member.login = shell.arguments().word("LOGIN");
    member.person = shell.arguments().value("name").trimmed();
    member.standing = hub::standingOf(word.toLower());
    if (member.standing == hub::Standing::None) {
        return failure(ErrorCode::Usage,
                       word.isEmpty() ? QStringLiteral("say what %1 may do: observer, responder or administrator").arg(member.login)
                                      : QStringLiteral("'%1' is no standing; it is observer, responder or administrator").arg(word));
    }
    const Result<Visitor> visitor = joinedVisitor(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    if (const Result<void> granted = hub::grantAt(visitor->visit, member); !granted)
        return tl::unexpected(granted.error());
    return Answer{QStringLiteral("%1 is %2 of the hub now").arg(member.login, hub::standingWord(member.standing)), memberJson(member)};
}

Result<Answer> revokeHub(Shell &shell)
{
    if (shell.arguments().has("incident"))
        return changeIncident(shell, false);
    const QString login = shell.arguments().word("LOGIN");
    const Result<Visitor> visitor = joinedVisitor(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    if (const Result<void> revoked = hub::revokeAt(visitor->visit, login); !revoked)
        return tl::unexpected(revoked.error());
    return Answer{QStringLiteral("%1 has no part in the hub any more; what it wrote stays").arg(login),
                  QJsonObject{{QStringLiteral("login"), login}, {QStringLiteral("standing"), QJsonValue()}}};
}

Result<Answer> showMembers(Shell &shell)
{
    if (shell.arguments().has("incident"))
        return incidentMembers(shell);
    const Result<Visitor> visitor = joinedVisitor(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    const Result<std::vector<hub::HubMember>> members = hub::membersOf(visitor->visit);
    if (!members)
        return tl::unexpected(members.error());
    QStringList lines;
    QJsonArray rows;
    for (const hub::HubMember &member : *members) {
        lines << QStringLiteral("%1  %2  %3").arg(hub::standingWord(member.standing).leftJustified(13), member.login, member.person);
        rows << memberJson(member);
    }
    return Answer{lines.join(QLatin1Char('\n')), rows};
}

} // namespace qd::cli
