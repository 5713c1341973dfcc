// Commands on people and their work: roles, asks, checklists, scenarios.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"

namespace qd::cli {
namespace {

Result<Answer> assignRole(Shell &shell)
{
    return shell.changeAt([&given = shell.arguments()](std::optional<Instant> at) {
        return command::AssignRole{given.word("ROLE"), given.word("NAME"), given.value("brief"), at};
    });
}

Result<Answer> releaseRole(Shell &shell)
{
    return shell.changeAt([&given = shell.arguments()](std::optional<Instant> at) { return command::ReleaseRole{given.word("ROLE"), at}; });
}

// Without a brief of its own the handover gets the one that the record gives.
Result<Answer> offerHandover(Shell &shell)
{
    return shell.changeBy([&shell](const Room &room) -> Result<Command> {
        const Arguments &given = shell.arguments();
        const QString brief = given.has("brief") ? given.value("brief")
                                                 : review::situation(room.plan, room.incident, shell.now(), review::BriefFor::Handover);
        return command::OfferHandover{given.word("ROLE"), given.word("NAME"), brief};
    });
}

Result<Answer> acceptHandover(Shell &shell)
{
    return shell.change(command::AcceptHandover{shell.arguments().word("ROLE")});
}

Result<std::optional<Duration>> lengthOption(const Shell &shell, const char *option)
{
    const std::optional<QString> text = shell.arguments().maybe(option);
    if (!text)
        return std::optional<Duration>();
    return readLength(*text).map([](Duration length) { return std::optional(length); });
}

Result<Answer> makeAsk(Shell &shell)
{
    return shell.changeBy([&shell](const Room &) {
        return lengthOption(shell, "within").map([&given = shell.arguments()](std::optional<Duration> within) -> Command {
            return command::MakeAsk{given.word("WHO"), given.word("TEXT"), within, {}};
        });
    });
}

template<class Item>
Result<EventId> findItem(const std::vector<Item> &items, const QString &text, const char *what)
{
    std::vector<EventId> ids;
    ids.reserve(items.size());
    for (const Item &item : items)
        ids.push_back(item.id);
    return findIn(ids, text, QLatin1String(what));
}

Result<Answer> answerAsk(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments(), &shell](const Room &room) -> Result<Command> {
        const Result<std::optional<Duration>> within = lengthOption(shell, "within");
        if (!within)
            return tl::unexpected(within.error());
        return findItem(room.incident.asks, given.word("ASK"), "ask").map([&](const EventId &ask) {
            return command::AnswerAsk{ask, given.word("TEXT"), given.value("state", QStringLiteral("done")), *within};
        });
    });
}

Result<Answer> tickCheck(Shell &shell)
{
    return shell.change(command::TickCheck{shell.arguments().word("LIST"), shell.arguments().word("ITEM"), !shell.arguments().has("off")});
}

Result<Answer> attachScenario(Shell &shell)
{
    return shell.change(command::AttachScenario{shell.arguments().word("NAME"), !shell.arguments().has("off")});
}

} // namespace

const CommandGroup workCommands{
    {"role", "INCIDENT ROLE NAME [--brief TEXT] [--at TIME]", "Gives a role to a person, at once.", assignRole},
    {"handover", "INCIDENT ROLE NAME [--brief TEXT]", "Offers a role; it is held until the other accepts.", offerHandover},
    {"accept", "INCIDENT ROLE", "Accepts a role that was offered.", acceptHandover},
    {"release", "INCIDENT ROLE [--at TIME]", "Leaves a role empty.", releaseRole},
    {"ask", "INCIDENT WHO TEXT [--within DURATION]", "Asks one person for one thing.", makeAsk},
    {"answer", "INCIDENT ASK [TEXT] [--state done|dropped|extended] [--within DURATION]",
     "Answers an ask, drops it, or gives it more time.", answerAsk},
    {"check", "INCIDENT LIST ITEM [--off]", "Ticks an item of a checklist, by its number or its words.", tickCheck},
    {"scenario", "INCIDENT NAME [--off]", "Attaches a scenario of the plan.", attachScenario},
};

} // namespace qd::cli
