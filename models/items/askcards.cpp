#include "models/items/askcards.h"

#include "models/items/clockcards.h"
#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Asks)
};

const clocks::Countdown *clockOf(const std::vector<clocks::Countdown> &clocks, const QString &ask)
{
    const auto found = std::find_if(clocks.begin(), clocks.end(), [&ask](const clocks::Countdown &clock) {
        return clock.kind == QLatin1String("ask") && clock.subject == ask;
    });
    return found == clocks.end() ? nullptr : &*found;
}

Card openCard(const Ask &ask, const clocks::Countdown *clock, Instant now, const TimeText &time)
{
    Card card;
    if (clock)
        card = clockCard(*clock, now, time);
    else
        card.title = Words::tr("%1: %2").arg(ask.who, ask.text);
    card.id = ask.id.toString();
    const QString asked = Words::tr("%1 asked %2").arg(ask.by, time(ask.at));
    card.detail = card.detail.isEmpty() ? asked : card.detail + QStringLiteral(" · ") + asked;
    if (card.tone == Tone::Missed) { // the time is up: somebody must say what becomes of it
        card.detail = Words::tr("time is up · ") + card.detail;
        card.action = Words::tr("answer");
        card.alarm = true;
    }
    card.spoken = QStringList{card.title, card.value, card.detail}.join(QStringLiteral(", "));
    return card;
}

Card closedCard(const Ask &ask, const TimeText &time)
{
    Card card;
    card.id = ask.id.toString();
    card.title =
        (ask.state == QLatin1String("done") ? QStringLiteral("✓ ") : QStringLiteral("– ")) + Words::tr("%1: %2").arg(ask.who, ask.text);
    card.tone = Tone::Quiet;
    QStringList details{workStateWord(ask.state), ask.answer};
    if (ask.answeredAt)
        details[0] += QLatin1Char(' ') + time(*ask.answeredAt);
    details.removeAll(QString());
    card.detail = details.join(QStringLiteral(" · "));
    card.spoken = card.title + QStringLiteral(", ") + card.detail;
    return card;
}

} // namespace

Cards askCards(const Incident &incident, const std::vector<clocks::Countdown> &clocks, Instant now, const TimeText &time)
{
    std::vector<std::pair<Instant, Card>> open;
    Cards closed;
    for (const Ask &ask : incident.asks) {
        if (ask.state != QLatin1String("open")) {
            closed.insert(closed.begin(), closedCard(ask, time));
            continue;
        }
        const Instant due = ask.within ? ask.at + *ask.within : Instant::max();
        open.emplace_back(due, openCard(ask, clockOf(clocks, ask.id.toString()), now, time));
    }
    std::stable_sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Cards cards;
    for (const auto &[due, card] : open)
        cards.push_back(card);
    cards.insert(cards.end(), closed.begin(), closed.end());
    return cards;
}

} // namespace qd::items
