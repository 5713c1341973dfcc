#include "models/items/reviewcards.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

} // namespace

Cards entryCards(const Incident &incident, const TimeText &time)
{
    Cards cards;
    for (const int at : timelineOrder(incident)) {
        const TimelineEntry &entry = incident.entries[static_cast<size_t>(at)];
        if (entry.undone)
            continue;
        Card card;
        card.id = entry.id.toString();
        card.kicker = time(entry.at) + QStringLiteral("  ") + entryWord(entry.kind);
        card.title = entry.redacted ? Words::tr("redacted") : entry.text;
        card.value = entry.author;
        card.tone = entry.redacted ? Tone::Quiet : Tone::Plain;
        card.spoken = QStringList{card.kicker, card.title, card.value}.join(QStringLiteral(", "));
        cards.push_back(card);
    }
    return cards;
}

} // namespace qd::items
