#include "models/items/reviewcards.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Review)
};

void mark(Card &card, const QString &sign, const QString &word, Tone tone)
{
    card.detail = sign + QLatin1Char(' ') + word;
    card.tone = tone;
    card.spoken = card.title + QStringLiteral(", ") + word;
}

} // namespace

Cards outlineCards(const std::vector<review::DraftSection> &sections)
{
    Cards cards;
    for (const review::DraftSection &section : sections) {
        Card card;
        card.id = section.id;
        card.title = section.title;
        if (section.written)
            mark(card, QStringLiteral("✓"), Words::tr("written"), Tone::Good);
        else if (section.filled)
            mark(card, QStringLiteral("≡"), Words::tr("from the record"), Tone::Plain);
        else if (section.required)
            mark(card, QStringLiteral("✕"), Words::tr("required, empty"), Tone::Missed);
        else
            mark(card, QStringLiteral("○"), Words::tr("empty"), Tone::Quiet);
        cards.push_back(card);
    }
    return cards;
}

Cards factCards(const std::vector<review::Fact> &facts)
{
    Cards cards;
    for (const review::Fact &fact : facts) {
        Card card;
        card.id = QString::number(cards.size());
        card.title = fact.label;
        card.value = fact.value;
        QStringList details{fact.target};
        if (fact.verdict == review::Fact::Verdict::Kept)
            details << Words::tr("✓ kept");
        if (fact.verdict == review::Fact::Verdict::Missed) {
            details << Words::tr("✕ missed");
            card.tone = Tone::Missed;
        }
        details.removeAll(QString());
        card.detail = details.join(QStringLiteral(" · "));
        card.spoken = QStringList{card.title, card.value, card.detail}.join(QStringLiteral(", "));
        cards.push_back(card);
    }
    return cards;
}

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
