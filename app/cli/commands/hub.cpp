// Commands on the shared database: hub init, join, leave, status, sync.
#include "app/cli/commands/groups.h"
#include "app/cli/commands/hubmembers.h"
#include "app/cli/hubpassword.h"
#include "app/cli/hubsync.h"
#include "app/common/systemclock.h"
#include "models/hub/hubsentences.h"
#include "models/hub/standingwords.h"

#include <QFileInfo>

#include <cstdio>
#include <unistd.h>

namespace qd::cli {
namespace {

using namespace std::chrono_literals;

constexpr Duration patience = 10s;

QString withNotes(const QString &text, const QStringList &notes)
{
    return (QStringList(text) + notes).join(QLatin1Char('\n'));
}

QJsonArray notesJson(const QStringList &notes)
{
    return QJsonArray::fromStringList(notes);
}

Result<Visitor> visitorOfUrl(const Shell &shell)
{
    const Result<hub::TypedAddress> typed = hub::readHubAddress(shell.arguments().word("URL"));
    return typed ? visitorOf(shell, *typed) : tl::unexpected(typed.error());
}

Result<Answer> makeHub(Shell &shell)
{
    Result<Visitor> visitor = visitorOfUrl(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    const QString person = shell.arguments().value("name").trimmed();
    const Result<hub::HubMade> made = makeAsking(*visitor, person);
    if (!made)
        return tl::unexpected(made.error());
    keepPassword(*visitor);
    const QString address = visitor->visit.address.text();
    const QString what = made->from == made->to ? QStringLiteral("%1 is a hub already, of version %2").arg(address).arg(made->to)
        : made->from == 0                       ? QStringLiteral("%1 is a hub now").arg(address)
                                                : QStringLiteral("the hub %1 is of version %2 now").arg(address).arg(made->to);
    const QString next =
        QStringLiteral("'hub grant LOGIN responder --name PERSON' lets others in, 'hub join' brings this database in step with it");
    return Answer{withNotes(what + QStringLiteral("; ") + next, visitor->notes),
                  QJsonObject{{QStringLiteral("address"), address},
                              {QStringLiteral("from_version"), made->from},
                              {QStringLiteral("version"), made->to},
                              {QStringLiteral("notes"), notesJson(visitor->notes)}}};
}

Result<void> mayJoin(const Sharing &present, const hub::HubGreeting &hub)
{
    if (present.joined() && present.hub != hub.greeting.hub) {
        return refused(
            QStringLiteral("this database is in step with %1 already; 'hub leave' ends that (all that came stays), then join the other")
                .arg(present.address));
    }
    if (!hub.greeting.mayRead)
        return refused(
            QStringLiteral("the hub is newer than this program and cannot be read by it; install the version that your team uses"));
    if (hub.greeting.standing == hub::Standing::None)
        return refused(QStringLiteral("this login has no part in the hub; its administrator gives one with 'hub grant LOGIN responder'"));
    return {};
}

Result<Answer> joinHub(Shell &shell)
{
    Result<Visitor> visitor = visitorOfUrl(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    const Result<hub::HubGreeting> hub = greetAsking(*visitor);
    if (!hub)
        return tl::unexpected(hub.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Create);
    if (!journal)
        return tl::unexpected(journal.error());
    const Result<SharingState> present = (*journal)->sharing();
    if (!present)
        return tl::unexpected(present.error());
    if (const Result<void> allowed = mayJoin(present->with, *hub); !allowed)
        return tl::unexpected(allowed.error());
    Sharing sharing = present->with;
    sharing.address = visitor->visit.address.text();
    sharing.hub = hub->greeting.hub;
    sharing.person = hub->greeting.person;
    sharing.standing = hub::standingWord(hub->greeting.standing);
    if (const Result<void> joined = (*journal)->join(sharing); !joined)
        return tl::unexpected(joined.error());
    keepPassword(*visitor);
    if (!hub->greeting.mayAppend)
        visitor->notes << QStringLiteral(
            "the hub is newer than this program: what is written here stays here until a newer one is installed");
    return Answer{withNotes(QStringLiteral("joined %1 as %2 (%3); the window keeps in step by itself, 'hub sync' does it now")
                                .arg(sharing.address, sharing.person, sharing.standing),
                            visitor->notes),
                  QJsonObject{{QStringLiteral("address"), sharing.address},
                              {QStringLiteral("hub"), sharing.hub},
                              {QStringLiteral("person"), sharing.person},
                              {QStringLiteral("standing"), sharing.standing},
                              {QStringLiteral("encrypted"), hub->isEncrypted},
                              {QStringLiteral("notes"), notesJson(visitor->notes)}}};
}

Result<Answer> leaveHub(Shell &shell)
{
    const Result<SharingState> state = joinedState(shell);
    if (!state)
        return tl::unexpected(state.error());
    const Result<Journal *> journal = shell.journal(Shell::Access::Write);
    if (!journal)
        return tl::unexpected(journal.error());
    if (const Result<void> left = (*journal)->leave(); !left)
        return tl::unexpected(left.error());
    if (const Result<hub::TypedAddress> address = hub::readHubAddress(state->with.address))
        forgetPassword(address->address);
    const QString unsent = state->waiting > 0 ? QStringLiteral("; %1 entries of yours never got there").arg(state->waiting) : QString();
    return Answer{QStringLiteral("left %1: the record stays here whole, and is shared no more%2").arg(state->with.address, unsent),
                  QJsonObject{{QStringLiteral("address"), state->with.address}, {QStringLiteral("waiting"), state->waiting}}};
}

QJsonArray heldJson(const std::vector<HeldChain> &held)
{
    QJsonArray rows;
    for (const HeldChain &chain : held)
        rows << QJsonObject{{QStringLiteral("incident"), chain.incident.toString()}, {QStringLiteral("reason"), chain.reason}};
    return rows;
}

// Asks the hub once; what the record knows by itself is told also when it does not answer.
Result<Answer> showStatus(Shell &shell)
{
    const Result<Journal *> journal = shell.journal(Shell::Access::Read);
    if (!journal)
        return tl::unexpected(journal.error());
    const Result<SharingState> state = (*journal)->sharing();
    if (!state)
        return tl::unexpected(state.error());
    if (!state->with.joined())
        return Answer{QStringLiteral("not shared: this database is in step with no hub; 'hub join URL' joins one"),
                      QJsonObject{{QStringLiteral("joined"), false}}};
    const Result<hub::TypedAddress> address = hub::readHubAddress(state->with.address);
    if (!address)
        return tl::unexpected(address.error());
    const Result<Visitor> visitor = visitorOf(shell, *address);
    if (!visitor)
        return tl::unexpected(visitor.error());
    const Result<hub::HubGreeting> hub = hub::greet(visitor->visit);
    const bool isUp = hub.has_value();
    const QString how = isUp ? (state->waiting == 0 ? QStringLiteral("reachable") : QStringLiteral("waiting"))
                             : (hub.error().code == ErrorCode::Storage ? QStringLiteral("offline") : QStringLiteral("refused"));
    QStringList lines{QStringLiteral("%1  %2  as %3 (%4)").arg(how, state->with.address, state->with.person, state->with.standing),
                      QStringLiteral("%1 entries wait to be sent").arg(state->waiting)};
    if (!isUp)
        lines << hub.error().sentence;
    for (const HeldChain &chain : state->held)
        lines << QStringLiteral("not taken: %1 (%2)").arg(chain.reason, chain.incident.toString());
    return Answer{lines.join(QLatin1Char('\n')),
                  QJsonObject{{QStringLiteral("joined"), true},
                              {QStringLiteral("state"), how},
                              {QStringLiteral("address"), state->with.address},
                              {QStringLiteral("hub"), state->with.hub},
                              {QStringLiteral("person"), state->with.person},
                              {QStringLiteral("standing"), state->with.standing},
                              {QStringLiteral("waiting"), state->waiting},
                              {QStringLiteral("held"), heldJson(state->held)},
                              {QStringLiteral("encrypted"), isUp && hub->isEncrypted},
                              {QStringLiteral("sentence"), isUp ? QString() : hub.error().sentence}}};
}

// A first join may take a while: a line every two seconds, on a terminal over itself.
class ProgressLine
{
public:
    explicit ProgressLine(const hub::HubClock &clock) : m_clock(clock), m_told(clock.steady()) { }
    ~ProgressLine()
    {
        if (m_isOpen)
            std::fputs("\n", stderr);
    }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    void tell(const hub::CourierStatus &status)
    {
        if (status.state != hub::CourierState::Carrying || m_clock.steady() - m_told < 2s)
            return;
        m_told = m_clock.steady();
        const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
        std::fprintf(stderr, isTerminal ? "\r%lld entries came, %lld went" : "%lld entries came, %lld went\n",
                     static_cast<long long>(status.received), static_cast<long long>(status.sent));
        m_isOpen = isTerminal;
    }

private:
    const hub::HubClock &m_clock;
    Duration m_told;
    bool m_isOpen = false;
};

Result<Answer> sync(Shell &shell)
{
    const Result<Visitor> visitor = joinedVisitor(shell);
    if (!visitor)
        return tl::unexpected(visitor.error());
    const SystemClock clock;
    Result<Synced> synced = Synced();
    {
        ProgressLine line(clock);
        synced = syncNow(shell.databasePath(), visitor->visit, clock, patience,
                         [&line](const hub::CourierStatus &status) { line.tell(status); });
    }
    if (!synced)
        return tl::unexpected(synced.error());
    const hub::CourierStatus &status = synced->status;
    if (status.waiting > 0) {
        const Result<SharingState> after = joinedState(shell);
        const QString reason = !status.maySend ? QStringLiteral("this login may only read the hub")
            : after && !after->held.empty()    ? after->held.front().reason
                                               : QStringLiteral("the hub does not take them");
        return refused(QStringLiteral("%1 entries stay here: %2").arg(status.waiting).arg(reason));
    }
    return Answer{QStringLiteral("in step with %1: %2 entries went, %3 came, %4 attachments")
                      .arg(visitor->visit.address.text())
                      .arg(status.sent)
                      .arg(status.received)
                      .arg(synced->attachments),
                  QJsonObject{{QStringLiteral("in_step"), true},
                              {QStringLiteral("sent"), status.sent},
                              {QStringLiteral("received"), status.received},
                              {QStringLiteral("attachments"), synced->attachments}}};
}

} // namespace

const CommandGroup hubCommands{
    {"hub init", "URL [--name PERSON] [--password-stdin]",
     "Makes a hub of a PostgreSQL database (postgresql://login@host/database), or brings an older one up to date.", makeHub},
    {"hub join", "URL [--password-stdin]", "Keeps this database in step with a hub from now on; local work goes on whatever happens to it.",
     joinHub},
    {"hub leave", "", "Shares this database no more; all that came stays.", leaveHub},
    {"hub status", "", "Which hub, as whom, and what waits.", showStatus},
    {"hub sync", "", "Sends and fetches until the two are in step, attachments too.", sync},
    {"hub grant", "LOGIN [observer|responder|administrator] [--name PERSON] [--incident INCIDENT]",
     "Gives a login a part in the hub, or lets it see a restricted incident.", grantHub},
    {"hub revoke", "LOGIN [--incident INCIDENT]", "Takes a login's part in the hub, or its sight of a restricted incident.", revokeHub},
    {"hub members", "[--incident INCIDENT]", "Who has a part in the hub, or may see a restricted incident.", showMembers},
};

} // namespace qd::cli
