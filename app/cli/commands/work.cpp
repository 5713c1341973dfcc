// Commands on people and their work: roles, asks, checklists, scenarios, action items.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/core/durationtext.h"
#include "models/exchange/incidentjson.h"

#include <QJsonArray>

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

Result<std::optional<QString>> dueOption(const Shell &shell)
{
    std::optional<QString> text = shell.arguments().maybe("due");
    if (!text || text->isEmpty())
        return text;
    return shell.date(*text).map([](QDate date) { return std::optional(date.toString(Qt::ISODate)); });
}

Result<Answer> addAction(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments(), &shell](const Room &) {
        return dueOption(shell).map([&given](const std::optional<QString> &due) -> Command {
            return command::AddAction{given.word("TEXT"),      given.value("owner"),   due.value_or(QString()),
                                      given.value("category"), given.value("horizon"), given.value("ticket")};
        });
    });
}

Result<Answer> changeAction(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments(), &shell](const Room &room) -> Result<Command> {
        const Result<std::optional<QString>> due = dueOption(shell);
        if (!due)
            return tl::unexpected(due.error());
        return findItem(room.incident.actions, given.word("ACTION"), "action item").map([&](const EventId &action) {
            return command::ChangeAction{action,
                                         given.maybe("text"),
                                         given.maybe("owner"),
                                         *due,
                                         given.maybe("category"),
                                         given.maybe("horizon"),
                                         given.maybe("ticket"),
                                         given.maybe("state")};
        });
    });
}

bool isOverdue(const ActionItem &item, QDate today)
{
    return item.state == QLatin1String("open") && !item.due.isEmpty() && QDate::fromString(item.due, Qt::ISODate) < today;
}

Result<Answer> listActions(Shell &shell)
{
    const Result<std::vector<Room>> rooms = shell.rooms();
    if (!rooms)
        return tl::unexpected(rooms.error());
    QJsonArray array;
    QStringList lines;
    for (const Room &room : *rooms) {
        if (const Result<void> zone = shell.useZoneOf(room.plan); !zone)
            return tl::unexpected(zone.error());
        const QJsonArray items = exchange::actionsJson(room.incident);
        for (size_t i = 0; i < room.incident.actions.size(); ++i) {
            const ActionItem &item = room.incident.actions[i];
            const bool overdue = isOverdue(item, shell.today());
            if ((shell.arguments().has("open") && item.state != QLatin1String("open")) || (shell.arguments().has("overdue") && !overdue))
                continue;
            QJsonObject object = items[static_cast<qsizetype>(i)].toObject();
            object.insert(QStringLiteral("overdue"), overdue);
            array << object;
            lines << QStringLiteral("%1  %2  %3  %4  %5  %6%7")
                         .arg(handleOf(item.id), room.incident.ref, item.state.leftJustified(7),
                              item.due.isEmpty() ? QStringLiteral("no date   ") : item.due,
                              item.owner.isEmpty() ? QStringLiteral("nobody") : item.owner, item.text,
                              overdue ? QStringLiteral("  [overdue]") : QString());
        }
    }
    return Answer{lines.isEmpty() ? QStringLiteral("no action items") : lines.join(QLatin1Char('\n')), array};
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
    {"action", "INCIDENT TEXT [--owner NAME] [--due DATE] [--category prevent|detect|respond] [--horizon NAME] [--ticket TEXT]",
     "Adds an action item.", addAction},
    {"action-change",
     "INCIDENT ACTION [--state open|done|dropped] [--text TEXT] [--owner NAME] [--due DATE] [--category prevent|detect|respond] [--horizon "
     "NAME] [--ticket TEXT]",
     "Changes an action item, or closes it.", changeAction},
    {"actions", "[--open] [--overdue]", "The action items of all incidents.", listActions},
};

} // namespace qd::cli
