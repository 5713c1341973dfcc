#include "models/items/checkcards.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

using List = Rulebook::List;

const QLatin1String scenarioPrefix("scenario-");
const QLatin1String dutyPrefix("duties-");
constexpr QChar separator(0x1f); // between list and item in a card's id

const Check *checkOf(const Incident &incident, const QString &list, const QString &item)
{
    const auto found = std::find_if(incident.checks.begin(), incident.checks.end(),
                                    [&](const Check &check) { return check.list == list && check.item == item; });
    return found == incident.checks.end() ? nullptr : &*found;
}

int doneIn(const Incident &incident, const List &list)
{
    return static_cast<int>(std::count_if(list.items.begin(), list.items.end(),
                                          [&](const QString &item) { return checkOf(incident, list.id, item) != nullptr; }));
}

std::vector<const List *> listsInOrder(const Incident &incident)
{
    std::vector<const List *> lists;
    for (const List &list : incident.rules.lists) {
        if (!list.id.startsWith(scenarioPrefix) && !list.id.startsWith(dutyPrefix))
            lists.push_back(&list);
    }
    return lists;
}

const plan::Scenario *scenarioOf(const plan::Plan &plan, const QString &list)
{
    return list.startsWith(scenarioPrefix) ? plan::findScenario(plan, list.mid(scenarioPrefix.size())) : nullptr;
}

const plan::Phase *phaseOf(const plan::Plan &plan, const QString &list)
{
    const auto found = std::find_if(plan.phases.begin(), plan.phases.end(), [&list](const plan::Phase &phase) { return phase.id == list; });
    return found == plan.phases.end() ? nullptr : &*found;
}

const plan::Step *stepOf(const plan::Plan &plan, const QString &list, const QString &item)
{
    const plan::Scenario *scenario = scenarioOf(plan, list);
    const plan::Phase *phase = phaseOf(plan, list);
    const std::vector<plan::Step> &steps = scenario ? scenario->steps : phase ? phase->steps : plan.rollback.steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&item](const plan::Step &step) { return step.title == item; });
    return found == steps.end() ? nullptr : &*found;
}

QString bandOf(const plan::Phase &phase)
{
    if (phase.startsAfter && phase.endsAfter)
        return Words::tr("%1 to %2 after detection").arg(spokenDuration(*phase.startsAfter), spokenDuration(*phase.endsAfter));
    if (phase.startsAfter)
        return Words::tr("from %1 after detection").arg(spokenDuration(*phase.startsAfter));
    return phase.endsAfter ? Words::tr("within %1 of detection").arg(spokenDuration(*phase.endsAfter)) : QString();
}

Card headingCard(const plan::Plan &plan, const Incident &incident, const List &list, bool expanded)
{
    const int done = doneIn(incident, list);
    Card card;
    card.id = headingId(list.id);
    card.heading = true;
    card.expanded = expanded;
    card.title = list.title;
    card.value = Words::tr("%1 of %2").arg(done).arg(list.items.size());
    card.tone = done == list.items.size() ? Tone::Good : Tone::Plain;
    if (done > 0 && done < list.items.size())
        card.bar = static_cast<double>(done) / static_cast<double>(list.items.size());
    if (const plan::Phase *phase = phaseOf(plan, list.id))
        card.detail = bandOf(*phase);
    card.spoken = QStringList{card.title, Words::tr("%1 done").arg(card.value), expanded ? Words::tr("shown") : Words::tr("hidden")}.join(
        QStringLiteral(", "));
    return card;
}

Card checkCard(const Incident &incident, const QString &list, const QString &item, const TimeText &time)
{
    const Check *check = checkOf(incident, list, item);
    Card card;
    card.id = list + separator + item;
    card.title = item;
    card.tick = check ? Tick::On : Tick::Off;
    card.tone = check ? Tone::Quiet : Tone::Plain;
    if (check)
        card.value = Words::tr("%1 %2").arg(check->by, time(check->at));
    card.spoken = check ? Words::tr("%1, ticked by %2").arg(item, card.value) : Words::tr("%1, not ticked").arg(item);
    return card;
}

QString commandOf(const QString &step)
{
    return step + separator + QLatin1Char('c');
}

void addItems(Cards &cards, const plan::Plan &plan, const Incident &incident, const List &list, const TimeText &time)
{
    for (const QString &item : list.items) {
        Card card = checkCard(incident, list.id, item, time);
        const plan::Step *step = stepOf(plan, list.id, item);
        if (step && !step->items.isEmpty())
            card.detail = step->items.join(QStringLiteral(" · "));
        cards.push_back(card);
        if (step && !step->command.isEmpty())
            cards.push_back(commandCard(commandOf(card.id), {}, step->command));
    }
}

} // namespace

Card commandCard(const QString &id, const QString &title, const QString &command)
{
    Card card;
    card.id = id;
    card.title = title;
    card.detail = command;
    card.fixedWidth = true;
    card.action = Words::tr("copy");
    card.spoken = Words::tr("Command: %1").arg(command);
    return card;
}

QString headingId(const QString &list)
{
    return QLatin1String("list:") + list;
}

QString listOfHeading(const QString &cardId)
{
    return cardId.startsWith(QLatin1String("list:")) && !cardId.contains(separator) ? cardId.mid(5) : QString();
}

std::optional<CheckPlace> checkPlace(const QString &cardId)
{
    const QStringList parts = cardId.split(separator);
    return parts.size() == 2 ? std::optional(CheckPlace{parts[0], parts[1]}) : std::nullopt;
}

Cards checklistCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, const TimeText &time)
{
    Cards cards;
    for (const List *list : listsInOrder(incident)) {
        const bool shown = expanded.contains(list->id);
        cards.push_back(headingCard(plan, incident, *list, shown));
        if (shown)
            addItems(cards, plan, incident, *list, time);
    }
    return cards;
}

Cards listCards(const plan::Plan &plan, const Incident &incident, const QString &id, bool expanded, const TimeText &time)
{
    Cards cards;
    for (const List &list : incident.rules.lists) {
        if (list.id != id)
            continue;
        cards.push_back(headingCard(plan, incident, list, expanded));
        if (expanded)
            addItems(cards, plan, incident, list, time);
    }
    return cards;
}

QString commandAt(const Cards &cards, const QString &id)
{
    for (const Card &card : cards) {
        if (card.fixedWidth && (card.id == id || card.id == commandOf(id)))
            return card.detail;
    }
    return {};
}

Cards dutyCards(const Incident &incident, const QString &role, const TimeText &time)
{
    Cards cards;
    for (const List &list : incident.rules.lists) {
        if (list.id != dutyPrefix + role)
            continue;
        for (const QString &item : list.items)
            cards.push_back(checkCard(incident, list.id, item, time));
    }
    return cards;
}

QSet<QString> listsOfTheMoment(const plan::Plan &plan, const Incident &incident)
{
    QSet<QString> lists;
    for (const List *list : listsInOrder(incident)) {
        if (phaseOf(plan, list->id) && doneIn(incident, *list) < list->items.size()) {
            lists.insert(list->id);
            break;
        }
    }
    return lists;
}

} // namespace qd::items
