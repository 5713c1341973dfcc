#include "models/items/rolecards.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roles)
};

const clocks::Countdown *vacancy(const std::vector<clocks::Countdown> &clocks, const QString &role)
{
    const auto found = std::find_if(clocks.begin(), clocks.end(), [&role](const clocks::Countdown &clock) {
        return clock.kind == QLatin1String("role") && clock.subject == role && clock.isOpen();
    });
    return found == clocks.end() ? nullptr : &*found;
}

void fillEmpty(Card &card, const clocks::Countdown *vacant, Instant now)
{
    card.action = Words::tr("assign");
    card.alarm = vacant != nullptr;
    card.tone = vacant ? Tone::Missed : Tone::Quiet;
    if (!vacant)
        card.title = Words::tr("Nobody");
    else if (now - vacant->startedAt < std::chrono::minutes(1))
        card.title = Words::tr("Empty");
    else
        card.title = Words::tr("Empty for %1").arg(lengthWord(now - vacant->startedAt));
}

void addOffer(Card &card, const HandoverOffer &offer, Instant now, const QString &me)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - offer.at);
    const QString when = minutes.count() < 1 ? Words::tr("just now") : Words::tr("%1 ago").arg(lengthWord(minutes));
    const bool mine = isSamePerson(offer.to, me);
    if (mine)
        card.detail = Words::tr("► offered to you by %1 %2").arg(offer.by, when);
    else
        card.detail = Words::tr("offered to %1 %2").arg(offer.to, when);
    card.action = mine ? Words::tr("accept") : Words::tr("withdraw");
    card.tone = mine ? Tone::Near : card.tone;
    card.current = mine;
    card.spoken += Words::tr(", %1, not accepted yet").arg(card.detail);
}

} // namespace

bool isSamePerson(const QString &one, const QString &other)
{
    return !one.isEmpty() && one.compare(other, Qt::CaseInsensitive) == 0;
}

const HandoverOffer *offerOf(const Incident &incident, const QString &role)
{
    const auto found =
        std::find_if(incident.offers.begin(), incident.offers.end(), [&role](const HandoverOffer &offer) { return offer.role == role; });
    return found == incident.offers.end() ? nullptr : &*found;
}

const HandoverOffer *offerTo(const Incident &incident, const QString &person)
{
    const auto found = std::find_if(incident.offers.begin(), incident.offers.end(),
                                    [&person](const HandoverOffer &offer) { return isSamePerson(offer.to, person); });
    return found == incident.offers.end() ? nullptr : &*found;
}

Cards roleCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now, const QString &me)
{
    Cards cards;
    for (const Rulebook::Named &role : incident.rules.roles) {
        Card card;
        card.id = role.id;
        card.kicker = role.name;
        if (const RoleSpan *span = incident.holding(role.id)) {
            card.title = span->holder;
            card.value = lengthWord(now - span->from);
            card.spoken = Words::tr("%1: %2, since %3").arg(role.name, card.title, card.value);
        } else {
            fillEmpty(card, vacancy(clocks, role.id), now);
            card.spoken =
                card.alarm ? Words::tr("%1: %2, required").arg(role.name, card.title) : Words::tr("%1: %2").arg(role.name, card.title);
        }
        if (const HandoverOffer *offer = offerOf(incident, role.id))
            addOffer(card, *offer, now, me);
        cards.push_back(card);
    }
    return cards;
}

QString roleSummary(const Incident &incident, const std::vector<clocks::Countdown> &clocks, const QString &me)
{
    int empty = 0;
    for (const Rulebook::Named &role : incident.rules.roles)
        empty += vacancy(clocks, role.id) ? 1 : 0;
    QStringList parts;
    if (offerTo(incident, me))
        parts << Words::tr("► offered to you");
    if (empty > 0)
        parts << Words::tr("%n required and empty", nullptr, empty);
    return parts.join(QStringLiteral(", "));
}

} // namespace qd::items
