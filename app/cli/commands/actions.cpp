// Commands on action items: added and changed in an incident, listed over all of them.
#include "app/cli/commands/groups.h"
#include "app/cli/shell.h"
#include "models/exchange/actionexport.h"
#include "models/exchange/document.h"
#include "models/exchange/incidentjson.h"
#include "models/review/actionlist.h"

#include <QJsonArray>

namespace qd::cli {
namespace {

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

Result<EventId> findAction(const Incident &incident, const QString &text)
{
    std::vector<EventId> ids;
    for (const ActionItem &item : incident.actions)
        ids.push_back(item.id);
    return findIn(ids, text, QStringLiteral("action item"));
}

Result<Answer> changeAction(Shell &shell)
{
    return shell.changeBy([&given = shell.arguments(), &shell](const Room &room) -> Result<Command> {
        const Result<std::optional<QString>> due = dueOption(shell);
        if (!due)
            return tl::unexpected(due.error());
        return findAction(room.incident, given.word("ACTION")).map([&](const EventId &action) {
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

Result<review::ActionFilter> filterOf(const Arguments &given)
{
    for (const auto &[one, other] : {std::pair("csv", "markdown"), std::pair("owner", "nobody"), std::pair("open", "state")}) {
        if (given.has(one) && given.has(other))
            return failure(
                ErrorCode::Usage,
                QStringLiteral("--%1 and --%2 exclude each other; give one of them").arg(QLatin1String(one), QLatin1String(other)));
    }
    review::ActionFilter filter;
    filter.state = given.has("open") ? QStringLiteral("open") : given.value("state");
    filter.overdue = given.has("overdue");
    filter.owner = given.value("owner");
    filter.unowned = given.has("nobody");
    filter.category = given.value("category");
    filter.horizon = given.value("horizon");
    filter.plan = given.value("plan");
    filter.text = given.value("find");
    const std::tuple<const char *, QString, QStringList> known[] = {
        {"state", filter.state, {QStringLiteral("open"), QStringLiteral("done"), QStringLiteral("dropped")}},
        {"category", filter.category, {QStringLiteral("prevent"), QStringLiteral("detect"), QStringLiteral("respond")}}};
    for (const auto &[what, value, all] : known) {
        if (!value.isEmpty() && !all.contains(value))
            return failure(
                ErrorCode::Usage,
                QStringLiteral("unknown %1 '%2'; it is one of: %3").arg(QLatin1String(what), value, all.join(QLatin1String(", "))));
    }
    return filter;
}

// Those of an incident come from it alone; --now is read in each plan's zone.
Result<review::ActionList> chosenActions(Shell &shell)
{
    const Result<review::ActionFilter> filter = filterOf(shell.arguments());
    if (!filter)
        return tl::unexpected(filter.error());
    if (shell.arguments().has("incident")) {
        const Result<Room> room = shell.room(shell.arguments().value("incident"));
        if (!room)
            return tl::unexpected(room.error());
        return review::filtered(review::actionsOf(room->plan, room->incident, shell.now()), *filter);
    }
    const Result<std::vector<review::Case>> cases = shell.cases();
    if (!cases)
        return tl::unexpected(cases.error());
    const bool ran = std::any_of(cases->begin(), cases->end(), [&filter](const review::Case &one) {
        return filter->plan.compare(one.plan->id, Qt::CaseInsensitive) == 0
            || filter->plan.compare(one.plan->name, Qt::CaseInsensitive) == 0;
    });
    if (!filter->plan.isEmpty() && !ran) {
        if (const Result<plan::Plan> known = shell.plans().load(filter->plan); !known)
            return tl::unexpected(known.error());
    }
    review::ActionList all;
    for (const review::Case &item : *cases) {
        if (const Result<void> zone = shell.useZoneOf(*item.plan); !zone)
            return tl::unexpected(zone.error());
        review::ActionList its = review::filtered(review::actionsOf(*item.plan, item.incident, shell.now()), *filter);
        std::move(its.begin(), its.end(), std::back_inserter(all));
    }
    review::sortActions(all, review::ActionOrder::Due);
    return all;
}

QString lineOf(const review::ListedAction &action)
{
    const ActionItem &item = action.item;
    QString line =
        QStringLiteral("%1  %2  %3  %4  %5  %6")
            .arg(handleOf(item.id), action.ref, item.state.leftJustified(7), item.due.isEmpty() ? QStringLiteral("no date   ") : item.due,
                 item.owner.isEmpty() ? QStringLiteral("nobody") : item.owner, item.text);
    if (!item.ticket.isEmpty())
        line += QStringLiteral("  ") + item.ticket;
    if (action.state != review::DueState::Ahead && action.state != review::DueState::NoDate)
        line += QStringLiteral("  [%1]").arg(review::standingText(action));
    return line;
}

Result<Answer> listActions(Shell &shell)
{
    const Result<review::ActionList> actions = chosenActions(shell);
    if (!actions)
        return tl::unexpected(actions.error());
    const QJsonArray json = exchange::actionsJson(*actions);
    for (const auto &[option, format] :
         {std::pair("csv", exchange::ActionFormat::Csv), std::pair("markdown", exchange::ActionFormat::Markdown)}) {
        const std::optional<QString> file = shell.arguments().maybe(option);
        if (!file)
            continue;
        if (const Result<void> written = exchange::writeDocument(*file, exchange::exportActions(*actions, format)); !written)
            return tl::unexpected(written.error());
        return Answer{QStringLiteral("%1 action items written to %2").arg(actions->size()).arg(*file), json};
    }
    QStringList lines;
    for (const review::ListedAction &action : *actions)
        lines << lineOf(action);
    return Answer{lines.isEmpty() ? QStringLiteral("no action items") : lines.join(QLatin1Char('\n')), json};
}

} // namespace

const CommandGroup actionCommands{
    {"action", "INCIDENT TEXT [--owner NAME] [--due DATE] [--category prevent|detect|respond] [--horizon NAME] [--ticket TEXT]",
     "Adds an action item.", addAction},
    {"action-change",
     "INCIDENT ACTION [--state open|done|dropped] [--text TEXT] [--owner NAME] [--due DATE] [--category prevent|detect|respond] [--horizon "
     "NAME] [--ticket TEXT]",
     "Changes an action item, or closes it.", changeAction},
    {"actions",
     "[--open] [--overdue] [--state open|done|dropped] [--owner NAME] [--nobody] [--category prevent|detect|respond] [--horizon NAME] "
     "[--plan "
     "PLAN] [--incident INCIDENT] [--find WORDS] [--csv FILE | --markdown FILE]",
     "The action items of all incidents, what is due first; as a spreadsheet or a checklist.", listActions},
};

} // namespace qd::cli
