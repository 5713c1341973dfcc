#include "models/items/updatecards.h"

#include "models/clocks/remaining.h"
#include "models/items/clockcards.h"
#include "models/plan/places.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Updates)
};

void addClock(Card &card, const std::vector<clocks::Countdown> &clocks, Instant now)
{
    for (const clocks::Countdown &clock : clocks) {
        if (clock.kind != QLatin1String("update") || clock.subject != card.id || !clock.isOpen())
            continue;
        card.value = clocks::remainingText(clock, now);
        card.tone = clockTone(clock, now);
        card.spoken += Words::tr(", next %1").arg(card.value);
        return;
    }
}

void addDraft(Card &card, const Incident &incident)
{
    if (const UpdateDraft *draft = draftFor(incident, card.id))
        card.marks << (draft->approvedBy.isEmpty() ? Words::tr("draft") : Words::tr("approved by %1").arg(draft->approvedBy));
}

} // namespace

const UpdateDraft *draftFor(const Incident &incident, const QString &audience)
{
    const auto found = std::find_if(incident.drafts.begin(), incident.drafts.end(),
                                    [&audience](const UpdateDraft &draft) { return draft.audience == audience; });
    return found == incident.drafts.end() ? nullptr : &*found;
}

const SentUpdate *lastSent(const Incident &incident, const QString &audience)
{
    const SentUpdate *last = nullptr;
    for (const SentUpdate &update : incident.updates) {
        if (update.audience == audience && (!last || update.at >= last->at))
            last = &update;
    }
    return last;
}

Cards audienceCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now, const TimeText &time)
{
    Cards cards;
    for (const Rulebook::Named &audience : incident.rules.audiences) {
        Card card;
        card.id = audience.id;
        card.title = audience.name;
        const SentUpdate *said = lastSent(incident, audience.id);
        card.detail = said ? Words::tr("%1 %2: %3").arg(time(said->at), said->by, said->text.simplified()) : Words::tr("Nothing said yet");
        card.spoken = Words::tr("%1, last said: %2").arg(card.title, card.detail);
        if (incident.rules.externalAudiences.contains(audience.id))
            card.marks << Words::tr("external");
        addDraft(card, incident);
        addClock(card, clocks, now);
        cards.push_back(card);
    }
    return cards;
}

std::vector<Gap> gapsIn(const QString &text)
{
    std::vector<Gap> gaps;
    for (const plan::Place &place : plan::placesIn(text))
        gaps.push_back({static_cast<int>(place.from), static_cast<int>(place.length), place.name});
    return gaps;
}

QString gapsText(const std::vector<Gap> &gaps)
{
    if (gaps.empty())
        return {};
    QStringList names;
    for (const Gap &gap : gaps)
        names << gap.name;
    names.removeDuplicates();
    const QString said = gaps.size() == 1 ? Words::tr("1 place has no value: %1")
                                          : Words::tr("%n places have no value: %1", nullptr, static_cast<int>(gaps.size()));
    return said.arg(names.join(QStringLiteral(", ")));
}

} // namespace qd::items
