#include "models/items/escalationcards.h"

#include "models/items/clockcards.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

using clocks::Countdown;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Escalation)
};

const Countdown *clockOf(const std::vector<Countdown> &clocks, const QString &step)
{
    const auto found = std::find_if(clocks.begin(), clocks.end(), [&step](const Countdown &clock) {
        return clock.kind == QLatin1String("escalate") && clock.subject == step;
    });
    return found == clocks.end() ? nullptr : &*found;
}

const RaisedEscalation *raisedOf(const Incident &incident, const QString &step)
{
    const auto found = std::find_if(incident.escalations.rbegin(), incident.escalations.rend(),
                                    [&step](const RaisedEscalation &raised) { return raised.step == step; });
    return found == incident.escalations.rend() ? nullptr : &*found;
}

// Why a step is not for this incident, as it stands; empty: it is.
QString whyNot(const plan::EscalationStep &step, const Incident &incident)
{
    if (!step.severities.isEmpty() && !step.severities.contains(incident.severity, Qt::CaseInsensitive))
        return Words::tr("only at %1").arg(step.severities.join(QStringLiteral(", ")));
    if (!step.types.isEmpty() && !step.types.contains(incident.type, Qt::CaseInsensitive))
        return Words::tr("only for %1").arg(step.types.join(QStringLiteral(", ")));
    return {};
}

QString join(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Card baseCard(const plan::EscalationStep &step)
{
    Card card;
    card.id = step.id;
    card.kicker = Words::tr("Step %1").arg(step.step);
    card.title = step.who;
    return card;
}

Card speaking(Card card)
{
    card.spoken = join({card.title, card.value, card.detail, card.action.isEmpty() ? QString() : Words::tr("not raised yet")});
    return card;
}

// "On-call Engineer" is a person.
QString namePerson(Card &card, const plan::EscalationStep &step, const OnCallView &onCall)
{
    if (const oncall::OnDuty *duty = onCallFor(step.who, onCall.now))
        card.title = Words::tr("%1: %2").arg(step.who, duty->person);
    return calledWords(step.who, onCall);
}

Card waitingCard(const plan::EscalationStep &step, const Countdown *clock, Instant now, const TimeText &time, const OnCallView &onCall)
{
    Card card = baseCard(step);
    const QString called = namePerson(card, step, onCall);
    const QString channels = step.channels.join(QStringLiteral(", "));
    if (clock) {
        const Card counted = clockCard(*clock, now, time);
        card.value = counted.value;
        card.bar = counted.bar;
        card.hatched = counted.hatched;
        card.tone = counted.tone;
        card.alarm = counted.tone == Tone::Missed;
        if (card.alarm)
            card.title = QStringLiteral("✕ ") + card.title;
        card.detail = join({called, counted.detail, channels});
    } else {
        card.detail = join({called, step.condition, channels});
    }
    card.action = Words::tr("escalate");
    return speaking(card);
}

Card raisedCard(const plan::EscalationStep &step, const RaisedEscalation &raised, const TimeText &time)
{
    Card card = baseCard(step);
    card.title = QStringLiteral("✓ ") + card.title;
    card.tone = Tone::Quiet;
    card.detail = Words::tr("raised %1 by %2").arg(time(raised.at), raised.by);
    return speaking(card);
}

Card idleCard(const plan::EscalationStep &step, const QString &why)
{
    Card card = baseCard(step);
    card.tone = Tone::Quiet;
    card.detail = join({why, step.condition});
    return speaking(card);
}

} // namespace

Cards escalationCards(const plan::Plan &plan, const Incident &incident, const std::vector<Countdown> &clocks, Instant now,
                      const TimeText &time, const OnCallView &onCall)
{
    std::vector<std::pair<Instant, Card>> waiting;
    Cards raisedCards;
    Cards idle;
    for (const plan::EscalationStep &step : plan.escalation) {
        const Countdown *clock = clockOf(clocks, step.id);
        if (const RaisedEscalation *raised = raisedOf(incident, step.id))
            raisedCards.push_back(raisedCard(step, *raised, time));
        else if (const QString why = whyNot(step, incident); !why.isEmpty())
            idle.push_back(idleCard(step, why));
        else if (clock && !clock->isOpen())
            idle.push_back(
                idleCard(step, clock->reason.isEmpty() ? clocks::stateName(clock->state) : Words::tr("skipped: %1").arg(clock->reason)));
        else
            waiting.emplace_back(clock ? clock->dueAt.value_or(Instant::max()) : Instant::max(),
                                 waitingCard(step, clock, now, time, onCall));
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Cards cards;
    for (const auto &[due, card] : waiting)
        cards.push_back(card);
    cards.insert(cards.end(), raisedCards.begin(), raisedCards.end());
    cards.insert(cards.end(), idle.begin(), idle.end());
    return cards;
}

const plan::EscalationStep *findStep(const plan::Plan &plan, const QString &id)
{
    const auto found =
        std::find_if(plan.escalation.begin(), plan.escalation.end(), [&id](const plan::EscalationStep &step) { return step.id == id; });
    return found == plan.escalation.end() ? nullptr : &*found;
}

QString personCalled(const plan::Plan &plan, const QString &id, const oncall::OnCallNow &now)
{
    const plan::EscalationStep *step = findStep(plan, id);
    const oncall::OnDuty *duty = step ? onCallFor(step->who, now) : nullptr;
    return duty ? duty->person : QString();
}

QString nextStep(const std::vector<Countdown> &clocks)
{
    const Countdown *next = nullptr;
    for (const Countdown &clock : clocks) {
        const bool earlier = !next || clock.dueAt.value_or(Instant::max()) < next->dueAt.value_or(Instant::max());
        if (clock.kind == QLatin1String("escalate") && clock.isOpen() && clock.dueAt && earlier)
            next = &clock;
    }
    return next ? next->subject : QString();
}

QString escalationSummary(const std::vector<Countdown> &clocks, Instant now)
{
    int due = 0;
    for (const Countdown &clock : clocks)
        due += clock.kind == QLatin1String("escalate") && clock.isOpen() && clock.dueAt && now >= *clock.dueAt ? 1 : 0;
    return due > 0 ? Words::tr("%n due", nullptr, due) : QString();
}

} // namespace qd::items
