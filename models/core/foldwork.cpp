// Rules for the work: asks, checklists, updates, clocks, escalation, action items.
#include "models/core/foldrules.h"
#include "models/core/durationtext.h"
#include "models/core/kinds.h"

namespace qd::foldrules {
namespace {

Row noRow(const Incident &, const Event &)
{
    return {};
}

std::optional<Duration> secondsOf(const Event &event, const char *key)
{
    const QJsonValue value = event.body.value(QLatin1String(key));
    return value.isDouble() ? std::optional<Duration>(std::chrono::seconds(value.toInteger())) : std::nullopt;
}

template<class T>
T *findById(std::vector<T> &all, const EventId &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T &item) { return item.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QString withReason(const QString &text, const Event &event)
{
    const QString reason = textOf(event, "reason");
    return reason.isEmpty() ? text : text + QStringLiteral(": ") + reason;
}

// --- asks

Row askRow(const Incident &, const Event &event)
{
    const std::optional<Duration> within = secondsOf(event, "within");
    const QString text = QStringLiteral("%1: %2").arg(textOf(event, "who"), textOf(event, "text"));
    return {QStringLiteral("ask"), within ? QStringLiteral("%1 (%2)").arg(text, spokenDuration(*within)) : text, textOf(event, "who"), {}};
}

void makeAsk(State &state, const Event &event)
{
    Ask ask;
    ask.id = event.id;
    ask.who = textOf(event, "who");
    ask.text = textOf(event, "text");
    ask.by = event.author;
    ask.at = event.happenedAt;
    ask.within = secondsOf(event, "within");
    state.incident.asks.push_back(ask);
}

Row answerRow(const Incident &before, const Event &event)
{
    const EventId id = idOf(event, "ask");
    const auto ask = std::find_if(before.asks.begin(), before.asks.end(), [&id](const Ask &item) { return item.id == id; });
    const QString what = ask == before.asks.end() ? QStringLiteral("Ask") : QStringLiteral("%1: %2").arg(ask->who, ask->text);
    const QString answer = textOf(event, "answer");
    const QString state = textOf(event, "state");
    const QString word = state == QLatin1String("extended") ? QStringLiteral("more time") : state;
    return {QStringLiteral("ask"), QStringLiteral("%1 — %2").arg(what, answer.isEmpty() ? word : word + QStringLiteral(": ") + answer),
            ask == before.asks.end() ? QString() : ask->who, id};
}

void answerAsk(State &state, const Event &event)
{
    Ask *ask = findById(state.incident.asks, idOf(event, "ask"));
    if (!ask)
        return;
    if (textOf(event, "state") == QLatin1String("extended")) { // so much longer, counted from now
        ask->within = event.happenedAt - ask->at + secondsOf(event, "within").value_or(Duration{});
        return;
    }
    ask->state = textOf(event, "state");
    ask->answer = textOf(event, "answer");
    ask->answeredBy = event.author;
    ask->answeredAt = event.happenedAt;
}

// --- checklists and scenarios

Row checkRow(const Incident &, const Event &event)
{
    const bool done = event.body[QLatin1String("done")].toBool(true);
    return {QStringLiteral("check"),
            (done ? QStringLiteral("Done: ") : QStringLiteral("Not done after all: ")) + textOf(event, "item"),
            textOf(event, "list"),
            {}};
}

void tick(State &state, const Event &event)
{
    const QString list = textOf(event, "list");
    const QString item = textOf(event, "item");
    std::erase_if(state.incident.checks, [&](const Check &check) { return check.list == list && check.item == item; });
    if (event.body[QLatin1String("done")].toBool(true))
        state.incident.checks.push_back({list, item, event.author, event.happenedAt, event.id});
}

Row scenarioRow(const Incident &, const Event &event)
{
    const bool attached = event.body[QLatin1String("attached")].toBool(true);
    return {QStringLiteral("scenario"),
            (attached ? QStringLiteral("Scenario: ") : QStringLiteral("Scenario put away: ")) + textOf(event, "name"),
            textOf(event, "scenario"),
            {}};
}

void attachScenario(State &state, const Event &event)
{
    const QString scenario = textOf(event, "scenario");
    state.incident.scenarios.removeAll(scenario);
    if (event.body[QLatin1String("attached")].toBool(true))
        state.incident.scenarios << scenario;
}

// --- updates

void dropDraft(Incident &incident, const QString &audience)
{
    std::erase_if(incident.drafts, [&audience](const UpdateDraft &draft) { return draft.audience == audience; });
}

void draftUpdate(State &state, const Event &event)
{
    const QString audience = textOf(event, "audience");
    dropDraft(state.incident, audience);
    if (!textOf(event, "text").isEmpty())
        state.incident.drafts.push_back({audience, textOf(event, "text"), textOf(event, "template"), event.author, {}, event.id});
}

Row approvedRow(const Incident &before, const Event &event)
{
    const QString audience = textOf(event, "audience");
    return {QStringLiteral("update"),
            QStringLiteral("%1: approved by %2").arg(nameIn(before.rules.audiences, audience), event.author),
            audience,
            {}};
}

void approveUpdate(State &state, const Event &event)
{
    for (UpdateDraft &draft : state.incident.drafts) {
        if (draft.audience == textOf(event, "audience"))
            draft.approvedBy = event.author;
    }
}

Row sentRow(const Incident &before, const Event &event)
{
    const QString audience = textOf(event, "audience");
    return {QStringLiteral("update"),
            QStringLiteral("%1: %2").arg(nameIn(before.rules.audiences, audience), textOf(event, "text")),
            audience,
            {}};
}

void sendUpdate(State &state, const Event &event)
{
    const QString audience = textOf(event, "audience");
    state.incident.updates.push_back({event.id, audience, textOf(event, "text"), textOf(event, "template"), event.author,
                                      textOf(event, "approved_by"), event.happenedAt});
    dropDraft(state.incident, audience);
}

// --- clocks and escalation

template<ClockActKind kind>
Row clockRow(const Incident &, const Event &event)
{
    const QString clock = textOf(event, "clock");
    QString text;
    switch (kind) {
    case ClockActKind::Pause: text = QStringLiteral("Clock paused, %1").arg(clock); break;
    case ClockActKind::Resume: text = QStringLiteral("Clock runs again, %1").arg(clock); break;
    case ClockActKind::Snooze:
        text = QStringLiteral("Clock snoozed for %2, %1").arg(clock, spokenDuration(secondsOf(event, "for").value_or(Duration{})));
        break;
    case ClockActKind::Waive: text = QStringLiteral("Clock waived, %1").arg(clock); break;
    }
    return {QStringLiteral("clock"), withReason(text, event), clock, {}};
}

template<ClockActKind kind>
void actOnClock(State &state, const Event &event)
{
    state.incident.clockActs.push_back({kind, textOf(event, "clock"), event.happenedAt, secondsOf(event, "for").value_or(Duration{}),
                                        textOf(event, "reason"), event.author, event.id});
}

Row escalationRow(const Incident &, const Event &event)
{
    const QString channel = textOf(event, "channel");
    const QString person = textOf(event, "person");
    const QString whom = textOf(event, "who");
    const QString text = QStringLiteral("Escalated to %1").arg(person.isEmpty() ? whom : QStringLiteral("%1 (%2)").arg(whom, person));
    return {QStringLiteral("escalation"), channel.isEmpty() ? text : text + QStringLiteral(" by ") + channel, textOf(event, "step"), {}};
}

void escalate(State &state, const Event &event)
{
    state.incident.escalations.push_back({textOf(event, "step"), textOf(event, "who"), event.author, event.happenedAt, event.id});
}

// --- action items

Row actionRow(const Incident &, const Event &event)
{
    const QString owner = textOf(event, "owner");
    const QString due = textOf(event, "due");
    QString text = QStringLiteral("Action item: ") + textOf(event, "text");
    if (!owner.isEmpty())
        text += QStringLiteral(", ") + owner;
    if (!due.isEmpty())
        text += QStringLiteral(", by ") + due;
    return {QStringLiteral("task"), text, {}, {}};
}

void addAction(State &state, const Event &event)
{
    ActionItem action;
    action.id = event.id;
    action.text = textOf(event, "text");
    action.owner = textOf(event, "owner");
    action.due = textOf(event, "due");
    action.category = textOf(event, "category");
    action.horizon = textOf(event, "horizon");
    action.ticket = textOf(event, "ticket");
    action.at = event.happenedAt;
    action.by = event.author;
    state.incident.actions.push_back(action);
}

Row actionChangedRow(const Incident &before, const Event &event)
{
    const EventId id = idOf(event, "action");
    const auto action = std::find_if(before.actions.begin(), before.actions.end(), [&id](const ActionItem &item) { return item.id == id; });
    const QString state = textOf(event, "state");
    const QString what = action == before.actions.end() ? QString() : action->text;
    return {QStringLiteral("task"),
            QStringLiteral("Action item %1: %2").arg(state.isEmpty() ? QStringLiteral("changed") : state, what),
            {},
            id};
}

void changeAction(State &state, const Event &event)
{
    ActionItem *action = findById(state.incident.actions, idOf(event, "action"));
    if (!action)
        return;
    const QString before = action->state;
    const std::pair<const char *, QString ActionItem::*> fields[] = {{"text", &ActionItem::text},       {"owner", &ActionItem::owner},
                                                                     {"due", &ActionItem::due},         {"category", &ActionItem::category},
                                                                     {"horizon", &ActionItem::horizon}, {"ticket", &ActionItem::ticket},
                                                                     {"state", &ActionItem::state}};
    for (const auto &[key, member] : fields) {
        if (!event.body.contains(QLatin1String(key)) || textOf(event, key) == action->*member)
            continue;
        action->history.push_back({event.id, event.author, event.happenedAt, QLatin1String(key), action->*member, textOf(event, key)});
        action->*member = textOf(event, key);
    }
    if (action->state != before)
        action->closedAt = action->state == QLatin1String("open") ? std::nullopt : std::optional(event.happenedAt);
}

} // namespace

const std::vector<Rule> workRules = {
    {kinds::askMade, askRow, makeAsk},
    {kinds::askAnswered, answerRow, answerAsk},
    {kinds::checkTicked, checkRow, tick},
    {kinds::scenarioAttached, scenarioRow, attachScenario},
    {kinds::updateDrafted, noRow, draftUpdate},
    {kinds::updateApproved, approvedRow, approveUpdate},
    {kinds::updateSent, sentRow, sendUpdate},
    {kinds::clockPaused, clockRow<ClockActKind::Pause>, actOnClock<ClockActKind::Pause>},
    {kinds::clockResumed, clockRow<ClockActKind::Resume>, actOnClock<ClockActKind::Resume>},
    {kinds::clockSnoozed, clockRow<ClockActKind::Snooze>, actOnClock<ClockActKind::Snooze>},
    {kinds::clockWaived, clockRow<ClockActKind::Waive>, actOnClock<ClockActKind::Waive>},
    {kinds::escalationRaised, escalationRow, escalate},
    {kinds::actionAdded, actionRow, addAction},
    {kinds::actionChanged, actionChangedRow, changeAction},
};

} // namespace qd::foldrules
