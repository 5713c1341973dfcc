#include "models/items/hypothesiscards.h"

#include "models/items/words.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Hypotheses)
};

bool isHypothesis(const TimelineEntry &entry)
{
    return entry.kind == QLatin1String("hypothesis") && !entry.redacted && !entry.undone;
}

Card openCard(const TimelineEntry &entry, Instant now, const TimeText &time)
{
    Card card;
    card.id = entry.id.toString();
    card.title = QStringLiteral("? ") + entry.text;
    card.value = lengthWord(now - entry.at);
    card.detail = Words::tr("%1, %2").arg(entry.author, time(entry.at));
    card.spoken = Words::tr("%1, open for %2, by %3").arg(entry.text, card.value, entry.author);
    return card;
}

Card settledCard(const TimelineEntry &entry, const TimeText &time)
{
    const Settlement &settled = entry.settlement;
    const bool confirmed = settled.state == QLatin1String("confirmed");
    Card card;
    card.id = entry.id.toString();
    card.title = (confirmed ? QStringLiteral("✓ ") : QStringLiteral("✕ ")) + entry.text;
    card.tone = confirmed ? Tone::Good : Tone::Quiet;
    card.detail = (confirmed ? Words::tr("confirmed %1, %2") : Words::tr("ruled out %1, %2")).arg(time(settled.at), settled.by);
    if (!settled.note.isEmpty())
        card.detail += QStringLiteral(" · ") + settled.note;
    card.spoken = entry.text + QStringLiteral(", ") + card.detail;
    return card;
}

} // namespace

Cards hypothesisCards(const Incident &incident, Instant now, const TimeText &time)
{
    Cards open;
    Cards confirmed;
    Cards ruledOut;
    for (const TimelineEntry &entry : incident.entries) {
        if (!isHypothesis(entry))
            continue;
        if (entry.settlement.state == QLatin1String("open"))
            open.push_back(openCard(entry, now, time));
        else
            (entry.settlement.state == QLatin1String("confirmed") ? confirmed : ruledOut).push_back(settledCard(entry, time));
    }
    open.insert(open.end(), confirmed.begin(), confirmed.end());
    open.insert(open.end(), ruledOut.begin(), ruledOut.end());
    return open;
}

int openHypotheses(const Incident &incident)
{
    return static_cast<int>(std::count_if(incident.entries.begin(), incident.entries.end(), [](const TimelineEntry &entry) {
        return isHypothesis(entry) && entry.settlement.state == QLatin1String("open");
    }));
}

} // namespace qd::items
