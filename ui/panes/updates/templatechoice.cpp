#include "ui/panes/updates/templatechoice.h"

#include "models/items/updatecards.h"

namespace qd::ui {

std::vector<const plan::Template *> templatesFor(const plan::Plan &plan, const Incident &incident, const QString &audience)
{
    const QString stage = items::lastSent(incident, audience) || !incident.isOpen() ? incident.status : QStringLiteral("declared");
    const auto score = [&](const plan::Template &item) {
        const int forAudience = item.audience == audience ? 4 : item.audience.isEmpty() ? 2 : 0;
        if (item.stage == stage)
            return forAudience + 2;
        return item.stage.isEmpty() || item.stage == incident.status ? forAudience + 1 : forAudience;
    };
    std::vector<const plan::Template *> fitting;
    for (const plan::Template &item : plan.templates) {
        if (item.audience.isEmpty() || item.audience == audience)
            fitting.push_back(&item);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [&](const auto *a, const auto *b) { return score(*a) > score(*b); });
    return fitting;
}

} // namespace qd::ui
