#include "ui/dialogs/severitycards.h"

#include "models/clocks/settle.h"

#include <QCoreApplication>

namespace qd::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Declare)
};

QString promises(const plan::Plan &plan, const plan::Severity &severity)
{
    QStringList all;
    if (severity.respondWithin)
        all << Words::tr("respond within %1").arg(clocks::targetText(*severity.respondWithin));
    if (severity.resolveWithin)
        all << Words::tr("resolve within %1").arg(clocks::targetText(*severity.resolveWithin));
    for (const plan::Audience &audience : plan.audiences) {
        const plan::Cadence *cadence = plan::findCadence(audience, severity.id);
        if (!cadence || !cadence->every)
            continue;
        all << Words::tr("word every %1").arg(clocks::targetText(*cadence->every));
        break;
    }
    return all.join(QStringLiteral(" · "));
}

} // namespace

items::Cards severityCards(const plan::Plan &plan, const QString &chosen)
{
    items::Cards cards;
    for (const plan::Severity &severity : plan.severities) {
        items::Card card;
        card.id = severity.id;
        card.rank = static_cast<int>(cards.size());
        card.kicker = severity.id + QStringLiteral("  ") + severity.name;
        card.title = severity.definition.isEmpty() ? severity.examples.join(QStringLiteral("; ")) : severity.definition;
        card.detail = promises(plan, severity);
        card.current = severity.id == chosen;
        card.spoken = QStringList{card.kicker, card.title, card.detail}.join(QStringLiteral(", "));
        cards.push_back(card);
    }
    return cards;
}

} // namespace qd::ui
