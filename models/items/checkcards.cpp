#include "models/items/checkcards.h"

#include "models/core/durationtext.h"
#include "models/items/phasemoment.h"
#include "models/items/rollbackmoment.h"

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

bool isRollback(const List &list)
{
    return list.id == QLatin1String("rollback") || list.id == QLatin1String("rollback-criteria");
}

// Lists with a pane of their own do not stand among the others, nor those of being on call that are for another time; what was ticked stays.
bool isForNow(const Incident &incident, const List &list)
{
    if (list.id.startsWith(scenarioPrefix) || list.id.startsWith(dutyPrefix))
        return false;
    if (list.id == QLatin1String("on-call-before"))
        return doneIn(incident, list) > 0;
    if (list.id == QLatin1String("on-call-after"))
        return !incident.isOpen() || doneIn(incident, list) > 0;
    if (list.id == QLatin1String("on-call-duties") || list.id == QLatin1String("on-call-during"))
        return incident.isOpen() || doneIn(incident, list) > 0;
    return true;
}

// A rollback that is at hand comes before all.
std::vector<const List *> listsInOrder(const Incident &incident)
{
    std::vector<const List *> lists;
    for (const List &list : incident.rules.lists) {
        if (isForNow(incident, list))
            lists.push_back(&list);
    }
    if (rollbackIsAtHand(incident))
        std::stable_partition(lists.begin(), lists.end(), [](const List *list) { return isRollback(*list); });
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

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QStringLiteral(" · "));
}

QString minutesOf(Duration length) // to the minute: it stands beside a band of minutes
{
    return length < std::chrono::minutes(1) ? Words::tr("under a minute")
                                            : spokenDuration(std::chrono::floor<std::chrono::minutes>(length));
}

// Calm: a phase that is behind is no alarm, the clocks are.
void addMoment(Card &card, const plan::Phase &phase, const Incident &incident, Instant now, bool finished)
{
    const PhaseMoment moment = momentOf(phase, incident, now);
    QString said;
    if (moment.state == PhaseState::Now) {
        card.marks << Words::tr("now");
        card.current = true;
        said = moment.time ? Words::tr("%1 left").arg(minutesOf(*moment.time)) : QString();
    } else if (moment.state == PhaseState::Over && !finished && incident.isOpen()) {
        card.marks << Words::tr("behind");
        said = Words::tr("ended %1 ago").arg(minutesOf(*moment.time));
    }
    card.detail = joined({bandText(phase), said});
}

Card headingCard(const plan::Plan &plan, const Incident &incident, const List &list, bool expanded, std::optional<Instant> now)
{
    const int done = doneIn(incident, list);
    const bool finished = done == list.items.size();
    Card card;
    card.id = headingId(list.id);
    card.heading = true;
    card.expanded = expanded;
    card.title = list.title;
    card.value = Words::tr("%1 of %2").arg(done).arg(list.items.size());
    card.tone = finished ? Tone::Good : Tone::Plain;
    if (done > 0 && !finished)
        card.bar = static_cast<double>(done) / static_cast<double>(list.items.size());
    const plan::Phase *phase = phaseOf(plan, list.id);
    if (phase && now)
        addMoment(card, *phase, incident, *now, finished);
    else if (now && isRollback(list) && rollbackIsAtHand(incident))
        card.marks << Words::tr("at hand");
    card.spoken = QStringList{joined({card.title, card.marks.join(u' '), card.detail}), Words::tr("%1 done").arg(card.value),
                              expanded ? Words::tr("shown") : Words::tr("hidden")}
                      .join(QStringLiteral(", "));
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

void addSubItems(Card &card, const QStringList &items)
{
    card.detail = QStringLiteral("– ") + items.join(QStringLiteral("\n– "));
    card.spoken += QStringLiteral(": ") + items.join(QStringLiteral("; "));
}

void addTools(Cards &cards, const plan::Phase &phase)
{
    if (phase.tools.isEmpty())
        return;
    Card card;
    card.id = phase.id + separator + separator + QStringLiteral("tools"); // no check
    card.kicker = Words::tr("Tools");
    card.title = phase.tools.join(QStringLiteral(" · "));
    card.tone = Tone::Quiet;
    card.spoken = Words::tr("Tools: %1").arg(phase.tools.join(QStringLiteral(", ")));
    cards.push_back(card);
}

QString commandOf(const QString &step)
{
    return step + separator + QLatin1Char('c');
}

void addItems(Cards &cards, const plan::Plan &plan, const Incident &incident, const List &list, const TimeText &time)
{
    if (const plan::Phase *phase = phaseOf(plan, list.id))
        addTools(cards, *phase);
    for (const QString &item : list.items) {
        Card card = checkCard(incident, list.id, item, time);
        const plan::Step *step = stepOf(plan, list.id, item);
        if (step && !step->items.isEmpty())
            addSubItems(card, step->items);
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
    card.detail = command.trimmed(); // a line's end in the clipboard would make a terminal run it
    card.fixedWidth = true;
    card.action = Words::tr("copy");
    card.spoken = Words::tr("Command: %1").arg(card.detail);
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

Cards checklistCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, Instant now, const TimeText &time)
{
    Cards cards;
    for (const List *list : listsInOrder(incident)) {
        const bool shown = expanded.contains(list->id);
        cards.push_back(headingCard(plan, incident, *list, shown, now));
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
        cards.push_back(headingCard(plan, incident, list, expanded, {}));
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

QSet<QString> listsOfTheMoment(const plan::Plan &plan, const Incident &incident, Instant now)
{
    QSet<QString> lists;
    bool first = true;
    for (const List *list : listsInOrder(incident)) {
        const plan::Phase *phase = phaseOf(plan, list->id);
        if (phase && doneIn(incident, *list) < list->items.size()) {
            const bool isNow = momentOf(*phase, incident, now).state == PhaseState::Now;
            if (isNow || first)
                lists.insert(list->id);
            first = false;
        }
        if (list->id == QLatin1String("on-call-handoff") && !incident.offers.empty())
            lists.insert(list->id);
    }
    return lists + rollbackLists(incident);
}

QSet<QString> rollbackLists(const Incident &incident)
{
    QSet<QString> lists;
    for (const List &list : incident.rules.lists) {
        if (isRollback(list) && rollbackIsAtHand(incident))
            lists.insert(list.id);
    }
    return lists;
}

} // namespace qd::items
