#include "models/items/noticefact.h"

#include "models/core/durationtext.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

using clocks::Countdown;

// A clock that has no time of its own is due as soon as it starts: whoever declares an incident has this long to give the first role.
constexpr Duration graceWithoutTime = std::chrono::minutes(1);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

struct Scene
{
    const Incident &incident;
    const QString &person;

    [[nodiscard]] bool isPerson(const QString &name) const { return !name.isEmpty() && name.compare(person, Qt::CaseInsensitive) == 0; }
    [[nodiscard]] bool commands() const
    {
        const auto &roles = incident.rules.roles;
        return !roles.empty() && isPerson(incident.holder(roles.front().id));
    }
    [[nodiscard]] QString subject() const
    {
        const QString title = !incident.restricted ? incident.title
            : incident.codename.isEmpty()          ? Words::tr("a restricted incident")
                                                   : incident.codename;
        return incident.drill ? Words::tr("%1 %2 (drill)").arg(incident.ref, title) : incident.ref + QLatin1Char(' ') + title;
    }
    [[nodiscard]] NoticeFact fact(NoticeKind kind, const QString &what) const
    {
        NoticeFact made;
        made.kind = kind;
        made.key = incident.id.toString() + QLatin1Char('/') + what;
        made.incident = incident.id;
        made.subject = subject();
        return made;
    }
};

const Ask *askOf(const Scene &scene, const Countdown &clock)
{
    if (clock.kind != QLatin1String("ask"))
        return nullptr;
    const auto &asks = scene.incident.asks;
    const auto found = std::find_if(asks.begin(), asks.end(), [&](const Ask &ask) { return ask.id.toString() == clock.subject; });
    return found == asks.end() ? nullptr : &*found;
}

bool isMine(const Scene &scene, const Countdown &clock)
{
    if (const Ask *ask = askOf(scene, clock))
        return scene.isPerson(ask->by) || scene.isPerson(ask->who);
    return scene.commands();
}

QString nearWords(const Scene &scene, const Countdown &clock)
{
    if (scene.incident.restricted)
        return Words::tr("A clock runs out in %1").arg(lengthMark);
    if (const Ask *ask = askOf(scene, clock))
        return Words::tr("The answer of %1 is due in %2: %3").arg(ask->who, lengthMark, ask->text);
    const bool isWatch = clock.kind == QLatin1String("watch");
    return (isWatch ? Words::tr("%1 is over in %2") : Words::tr("%1 is due in %2")).arg(clock.label, lengthMark);
}

QString missedWords(const Scene &scene, const Countdown &clock)
{
    if (scene.incident.restricted)
        return Words::tr("A clock ran out %1 ago").arg(lengthMark);
    if (const Ask *ask = askOf(scene, clock)) {
        return scene.isPerson(ask->who)
            ? Words::tr("Your answer to %1 is due: %2").arg(ask->by, ask->text)
            : Words::tr("%1 has not answered within %2: %3").arg(ask->who, spokenDuration(clock.total), ask->text);
    }
    if (clock.total == Duration{})
        return Words::tr("%1: due at once").arg(clock.label);
    return Words::tr("%1 is overdue by %2").arg(clock.label, lengthMark);
}

struct Answer
{
    const char *kind;
    const char *action;
};

void setAction(NoticeFact &fact, const Countdown &clock)
{
    static constexpr Answer answers[] = {
        {"update", "updates.write"}, {"role", "roles.assign"}, {"ask", "asks.open"}, {"escalate", "escalation.open"}};
    const auto *answer =
        std::find_if(std::begin(answers), std::end(answers), [&](const Answer &row) { return clock.kind == QLatin1String(row.kind); });
    fact.action = answer == std::end(answers) ? QStringLiteral("clocks.focus") : QLatin1String(answer->action);
    fact.about = clock.subject;
}

void addClock(const Scene &scene, const Countdown &clock, std::vector<NoticeFact> &facts)
{
    const bool mine = isMine(scene, clock);
    if (!clock.isOpen() || !clock.dueAt || clock.pausedSince || (!mine && !scene.incident.isOpen()))
        return;
    NoticeFact fact = scene.fact(NoticeKind::Near, clock.id);
    fact.dueAt = clock.dueAt;
    fact.mine = mine;
    fact.snoozed = clock.snoozedUntil.has_value();
    setAction(fact, clock);
    const Instant quietUntil = std::max(clock.snoozedUntil.value_or(Instant{}), scene.incident.milestones.declared.value_or(Instant{}));
    const Instant over = *clock.dueAt + std::chrono::milliseconds(1);
    if (clock.warnAt && std::max(*clock.warnAt, quietUntil) < over && clock.total > Duration{}) {
        fact.from = std::max(*clock.warnAt, quietUntil);
        fact.until = over;
        fact.words = nearWords(scene, clock);
        facts.push_back(fact);
    }
    fact.kind = askOf(scene, clock) ? NoticeKind::Ask : NoticeKind::Missed;
    fact.from = std::max(clock.total == Duration{} ? over + graceWithoutTime : over, quietUntil);
    fact.until.reset();
    fact.words = missedWords(scene, clock);
    facts.push_back(std::move(fact));
}

void addAnswer(const Scene &scene, const Ask &ask, std::vector<NoticeFact> &facts)
{
    if (ask.state != QLatin1String("done") || !ask.answeredAt || !scene.isPerson(ask.by) || scene.isPerson(ask.answeredBy))
        return;
    NoticeFact fact = scene.fact(NoticeKind::Ask, QStringLiteral("answer:") + ask.id.toString());
    fact.from = *ask.answeredAt;
    fact.mine = true;
    fact.action = QStringLiteral("asks.open");
    fact.about = ask.id.toString();
    fact.words = scene.incident.restricted ? Words::tr("An ask is answered")
        : ask.answer.isEmpty()             ? Words::tr("%1 has done what you asked: %2").arg(ask.who, ask.text)
                                           : Words::tr("%1 answers: %2").arg(ask.who, ask.answer);
    facts.push_back(std::move(fact));
}

void addOffer(const Scene &scene, const HandoverOffer &offer, std::vector<NoticeFact> &facts)
{
    if (scene.isPerson(offer.by) && !scene.isPerson(offer.to))
        return;
    NoticeFact fact = scene.fact(NoticeKind::Handover, QStringLiteral("offer:") + offer.event.toString());
    fact.from = offer.at;
    fact.mine = fact.loud = scene.isPerson(offer.to);
    fact.action = QStringLiteral("roles.open");
    fact.about = offer.role;
    const auto &roles = scene.incident.rules.roles;
    const auto named = std::find_if(roles.begin(), roles.end(), [&](const Rulebook::Named &role) { return role.id == offer.role; });
    const QString role = named == roles.end() || named->name.isEmpty() ? offer.role : named->name;
    if (scene.incident.restricted)
        fact.words = fact.mine ? Words::tr("A role is offered to you") : Words::tr("A role is offered");
    else
        fact.words = fact.mine ? Words::tr("%1 offers you the role %2").arg(offer.by, role)
                               : Words::tr("%1 offers the role %2 to %3").arg(offer.by, role, offer.to);
    facts.push_back(std::move(fact));
}

} // namespace

std::vector<NoticeFact> noticeFacts(const Incident &incident, const std::vector<Countdown> &clocks, const QString &person)
{
    const Scene scene{incident, person};
    std::vector<NoticeFact> facts;
    for (const Countdown &clock : clocks) {
        if (clock.kind != QLatin1String("action")) // a day is no countdown
            addClock(scene, clock, facts);
    }
    for (const Ask &ask : incident.asks)
        addAnswer(scene, ask, facts);
    for (const HandoverOffer &offer : incident.offers)
        addOffer(scene, offer, facts);
    return facts;
}

} // namespace qd::items
