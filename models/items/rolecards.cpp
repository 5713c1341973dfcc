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

const HandoverOffer *offerOf(const Incident &incident, const QString &role)
{
    const auto found =
        std::find_if(incident.offers.begin(), incident.offers.end(), [&role](const HandoverOffer &offer) { return offer.role == role; });
    return found == incident.offers.end() ? nullptr : &*found;
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

} // namespace

Cards roleCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now)
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
        if (const HandoverOffer *offer = offerOf(incident, role.id)) {
            card.detail = Words::tr("offered to %1").arg(offer->to);
            card.action = Words::tr("accept");
            card.spoken += Words::tr(", %1, not accepted yet").arg(card.detail);
        }
        cards.push_back(card);
    }
    return cards;
}

QString roleSummary(const Incident &incident, const std::vector<clocks::Countdown> &clocks)
{
    int empty = 0;
    for (const Rulebook::Named &role : incident.rules.roles)
        empty += vacancy(clocks, role.id) ? 1 : 0;
    return empty > 0 ? Words::tr("%n required and empty", nullptr, empty) : QString();
}

} // namespace qd::items
