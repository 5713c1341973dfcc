// Decisions about the work: asks, checklists, updates, clocks, escalation, action items.
#include "models/core/deskrules.h"
#include "models/core/ticket.h"

#include <QDate>

namespace qd::deskrules {
namespace {

QJsonValue seconds(Duration duration)
{
    return static_cast<qint64>(toSeconds(duration));
}

QString itemNumbered(const QStringList &items, const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number >= 1 && number <= items.size() ? items[number - 1] : QString();
    for (const QString &item : items) {
        if (item.compare(text, Qt::CaseInsensitive) == 0)
            return item;
    }
    const QStringList beginning = items.filter(text, Qt::CaseInsensitive);
    return beginning.size() == 1 ? beginning.first() : QString();
}

// Categories, due dates and tickets of an action item; the plan's horizons are its own words.
std::optional<Error> actionProblem(const QString &category, const QString &due, const QString &ticket)
{
    static const QStringList categories{QStringLiteral("prevent"), QStringLiteral("detect"), QStringLiteral("respond")};
    if (!category.isEmpty() && !categories.contains(category))
        return Error{ErrorCode::Refused, QStringLiteral("unknown category '%1'; it is one of: %2").arg(category, categories.join(QLatin1String(", "))), {}};
    if (!due.isEmpty() && !QDate::fromString(due, Qt::ISODate).isValid())
        return Error{ErrorCode::Refused, QStringLiteral("'%1' is no date; write one like 2026-12-01").arg(due), {}};
    return ticketProblem(ticket);
}

} // namespace

Result<Drafts> decide(const Case &at, const command::MakeAsk &c)
{
    if (c.who.trimmed().isEmpty() || c.text.trimmed().isEmpty())
        return refused(QStringLiteral("an ask needs one person and one thing to do"));
    if (c.within && *c.within <= Duration{})
        return refused(QStringLiteral("an ask needs a time longer than nothing, such as 10m"));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    QJsonObject body{{QStringLiteral("who"), c.who.trimmed()}, {QStringLiteral("text"), c.text.trimmed()}};
    if (c.within)
        body.insert(QStringLiteral("within"), seconds(*c.within));
    return one(at.draft(kinds::askMade, body, c.at));
}

Result<Drafts> decide(const Case &at, const command::AnswerAsk &c)
{
    const auto &asks = at.incident.asks;
    const auto found = std::find_if(asks.begin(), asks.end(), [&c](const Ask &item) { return item.id == c.ask; });
    if (found == asks.end())
        return refused(QStringLiteral("there is no such ask in %1").arg(at.incident.ref));
    if (found->state != QLatin1String("open"))
        return refused(QStringLiteral("this ask is %1 already").arg(found->state));
    static const QStringList states{QStringLiteral("done"), QStringLiteral("dropped"), QStringLiteral("extended")};
    if (!states.contains(c.state))
        return refused(QStringLiteral("unknown state '%1'; it is one of: %2").arg(c.state, states.join(QLatin1String(", "))));
    QJsonObject body{{QStringLiteral("ask"), c.ask.toString()}, {QStringLiteral("answer"), c.answer.trimmed()}, {QStringLiteral("state"), c.state}};
    if (c.state == QLatin1String("extended"))
        body.insert(QStringLiteral("within"), seconds(c.within.value_or(std::chrono::minutes(5))));
    return one(at.draft(kinds::askAnswered, body));
}

Result<Drafts> decide(const Case &at, const command::TickCheck &c)
{
    const Rulebook::List *list = findList(at.incident.rules.lists, c.list);
    if (!list) {
        QStringList known;
        for (const Rulebook::List &item : at.incident.rules.lists)
            known << item.id;
        return tl::unexpected(unknown(QStringLiteral("checklist"), c.list, known.join(QLatin1String(", "))));
    }
    const QString item = itemNumbered(list->items, c.item);
    if (item.isEmpty())
        return refused(QStringLiteral("'%1' is no item of %2; give its number, 1 to %3, or its words").arg(c.item, list->title).arg(list->items.size()));
    const bool ticked = std::any_of(at.incident.checks.begin(), at.incident.checks.end(),
                                    [&](const Check &check) { return check.list == list->id && check.item == item; });
    if (ticked == c.done)
        return refused(ticked ? QStringLiteral("'%1' is ticked already").arg(item) : QStringLiteral("'%1' is not ticked").arg(item));
    return one(at.draft(kinds::checkTicked, {{QStringLiteral("list"), list->id}, {QStringLiteral("item"), item}, {QStringLiteral("done"), c.done}}));
}

Result<Drafts> decide(const Case &at, const command::AttachScenario &c)
{
    const Rulebook::Named *scenario = findNamed(at.incident.rules.scenarios, c.scenario);
    if (!scenario)
        return tl::unexpected(unknown(QStringLiteral("scenario"), c.scenario, listNames(at.incident.rules.scenarios)));
    if (at.incident.scenarios.contains(scenario->id) == c.attached)
        return refused(c.attached ? QStringLiteral("this scenario is attached already") : QStringLiteral("this scenario is not attached"));
    return one(at.draft(kinds::scenarioAttached, {{QStringLiteral("scenario"), scenario->id}, {QStringLiteral("name"), scenario->name},
                                                  {QStringLiteral("attached"), c.attached}}));
}

Result<Drafts> decide(const Case &at, const command::DraftUpdate &c)
{
    const Rulebook::Named *audience = findNamed(at.incident.rules.audiences, c.audience);
    if (!audience)
        return tl::unexpected(unknown(QStringLiteral("audience"), c.audience, listNames(at.incident.rules.audiences)));
    return one(at.draft(kinds::updateDrafted,
                        {{QStringLiteral("audience"), audience->id}, {QStringLiteral("text"), c.text}, {QStringLiteral("template"), c.templateId}}));
}

Result<Drafts> decide(const Case &at, const command::ApproveUpdate &c)
{
    const Rulebook::Named *audience = findNamed(at.incident.rules.audiences, c.audience);
    if (!audience)
        return tl::unexpected(unknown(QStringLiteral("audience"), c.audience, listNames(at.incident.rules.audiences)));
    const bool drafted = std::any_of(at.incident.drafts.begin(), at.incident.drafts.end(),
                                     [audience](const UpdateDraft &draft) { return draft.audience == audience->id; });
    if (!drafted)
        return refused(QStringLiteral("there is no draft for %1 to approve; write one first").arg(audience->name));
    return one(at.draft(kinds::updateApproved, {{QStringLiteral("audience"), audience->id}}));
}

Result<Drafts> decide(const Case &at, const command::SendUpdate &c)
{
    const Rulebook::Named *audience = findNamed(at.incident.rules.audiences, c.audience);
    if (!audience)
        return tl::unexpected(unknown(QStringLiteral("audience"), c.audience, listNames(at.incident.rules.audiences)));
    if (c.text.trimmed().isEmpty())
        return refused(QStringLiteral("an update needs a text; give one, or name a template"));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    const auto draft = std::find_if(at.incident.drafts.begin(), at.incident.drafts.end(),
                                    [&](const UpdateDraft &item) { return item.audience == audience->id && item.text.trimmed() == c.text.trimmed(); });
    return one(at.draft(kinds::updateSent,
                        {{QStringLiteral("audience"), audience->id}, {QStringLiteral("text"), c.text.trimmed()},
                         {QStringLiteral("template"), c.templateId}, {QStringLiteral("channel"), c.channel},
                         {QStringLiteral("approved_by"), draft == at.incident.drafts.end() ? QString() : draft->approvedBy}}, c.at));
}

namespace {

bool isPaused(const Incident &incident, const QString &clock)
{
    const auto &acts = incident.clockActs;
    const auto last = std::find_if(acts.rbegin(), acts.rend(), [&clock](const ClockAct &act) {
        return act.clock == clock && (act.kind == ClockActKind::Pause || act.kind == ClockActKind::Resume);
    });
    return last != acts.rend() && last->kind == ClockActKind::Pause;
}

Result<Drafts> clockDecision(const Case &at, const char *kind, const QString &clock, const QString &reason, QJsonObject more = {})
{
    if (clock.trimmed().isEmpty())
        return refused(QStringLiteral("say which clock; 'clocks %1' lists them").arg(at.incident.ref));
    if (reason.trimmed().isEmpty() && kind != kinds::clockResumed)
        return refused(QStringLiteral("say why: a clock stops for a reason that goes on the record"));
    more.insert(QStringLiteral("clock"), clock);
    if (!reason.trimmed().isEmpty())
        more.insert(QStringLiteral("reason"), reason.trimmed());
    return one(at.draft(kind, more));
}

} // namespace

Result<Drafts> decide(const Case &at, const command::PauseClock &c)
{
    if (isPaused(at.incident, c.clock))
        return refused(QStringLiteral("this clock is paused already; 'resume %1 %2' lets it run").arg(at.incident.ref, c.clock));
    return clockDecision(at, kinds::clockPaused, c.clock, c.reason);
}

Result<Drafts> decide(const Case &at, const command::ResumeClock &c)
{
    if (!isPaused(at.incident, c.clock))
        return refused(QStringLiteral("this clock is not paused; 'clocks %1' shows what each does").arg(at.incident.ref));
    return clockDecision(at, kinds::clockResumed, c.clock, {});
}

Result<Drafts> decide(const Case &at, const command::SnoozeClock &c)
{
    if (c.length <= Duration{})
        return refused(QStringLiteral("a snooze needs a time longer than nothing, such as 10m"));
    return clockDecision(at, kinds::clockSnoozed, c.clock, c.reason, {{QStringLiteral("for"), seconds(c.length)}});
}

Result<Drafts> decide(const Case &at, const command::WaiveClock &c)
{
    return clockDecision(at, kinds::clockWaived, c.clock, c.reason);
}

Result<Drafts> decide(const Case &at, const command::Escalate &c)
{
    const Rulebook::Named *step = findNamed(at.incident.rules.escalation, c.step);
    if (!step)
        return tl::unexpected(unknown(QStringLiteral("escalation step"), c.step, listNames(at.incident.rules.escalation)));
    if (const std::optional<Error> problem = timeProblem(c.at, at.context.now))
        return tl::unexpected(*problem);
    QJsonObject body{{QStringLiteral("step"), step->id}, {QStringLiteral("who"), step->name}, {QStringLiteral("channel"), c.channel}};
    if (!c.person.trimmed().isEmpty())
        body.insert(QStringLiteral("person"), c.person.simplified());
    return one(at.draft(kinds::escalationRaised, body, c.at));
}

Result<Drafts> decide(const Case &at, const command::AddAction &c)
{
    if (c.text.trimmed().isEmpty())
        return refused(QStringLiteral("an action item needs a text: what will be different once it is done"));
    if (const std::optional<Error> problem = actionProblem(c.category, c.due, c.ticket))
        return tl::unexpected(*problem);
    return one(at.draft(kinds::actionAdded,
                        {{QStringLiteral("text"), c.text.trimmed()}, {QStringLiteral("owner"), c.owner.trimmed()}, {QStringLiteral("due"), c.due},
                         {QStringLiteral("category"), c.category}, {QStringLiteral("horizon"), c.horizon}, {QStringLiteral("ticket"), c.ticket.trimmed()}}));
}

Result<Drafts> decide(const Case &at, const command::ChangeAction &c)
{
    const auto &actions = at.incident.actions;
    if (std::none_of(actions.begin(), actions.end(), [&c](const ActionItem &item) { return item.id == c.action; }))
        return refused(QStringLiteral("there is no such action item in %1").arg(at.incident.ref));
    if (const std::optional<Error> problem = actionProblem(c.category.value_or(QString()), c.due.value_or(QString()), c.ticket.value_or(QString())))
        return tl::unexpected(*problem);
    static const QStringList states{QStringLiteral("open"), QStringLiteral("done"), QStringLiteral("dropped")};
    if (c.state && !states.contains(*c.state))
        return refused(QStringLiteral("unknown state '%1'; it is one of: %2").arg(*c.state, states.join(QLatin1String(", "))));
    QJsonObject body{{QStringLiteral("action"), c.action.toString()}};
    const std::pair<const char *, std::optional<QString>> fields[] = {{"text", c.text}, {"owner", c.owner}, {"due", c.due},
        {"category", c.category}, {"horizon", c.horizon}, {"ticket", c.ticket}, {"state", c.state}};
    for (const auto &[key, value] : fields) {
        if (value)
            body.insert(QLatin1String(key), *value);
    }
    return one(at.draft(kinds::actionChanged, body));
}

} // namespace qd::deskrules
