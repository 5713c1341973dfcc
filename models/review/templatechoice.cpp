#include "models/review/templatechoice.h"

namespace qd::review {
namespace {

struct Stage
{
    bool first = false; // the audience has not heard anything of this incident, and it is still open
    QString status;
};

Stage stageOf(const Incident &incident, const QString &audience)
{
    const auto &sent = incident.updates;
    const bool heard =
        std::any_of(sent.begin(), sent.end(), [&audience](const SentUpdate &update) { return update.audience == audience; });
    return {incident.isOpen() && !heard, incident.status};
}

// 0: written for another stage.
int fitness(const plan::Template &item, const Stage &stage)
{
    if (stage.first && item.stage == QLatin1String("declared"))
        return 3;
    if (item.stage == stage.status)
        return 2;
    return item.stage.isEmpty() ? 1 : 0;
}

} // namespace

std::vector<const plan::Template *> templatesFor(const plan::Plan &plan, const Incident &incident, const QString &audience)
{
    const Stage stage = stageOf(incident, audience);
    const auto score = [&](const plan::Template &item) {
        const int fits = fitness(item, stage);
        return (fits > 0 ? 100 : 0) + (item.audience.isEmpty() ? 0 : 10) + fits;
    };
    std::vector<const plan::Template *> found;
    for (const plan::Template &item : plan.templates) {
        if (item.audience.isEmpty() || item.audience == audience)
            found.push_back(&item);
    }
    std::stable_sort(found.begin(), found.end(), [&](const auto *a, const auto *b) { return score(*a) > score(*b); });
    return found;
}

const plan::Template *fittingTemplate(const plan::Plan &plan, const Incident &incident, const QString &audience)
{
    const std::vector<const plan::Template *> found = templatesFor(plan, incident, audience);
    return !found.empty() && fitness(*found.front(), stageOf(incident, audience)) > 0 ? found.front() : nullptr;
}

} // namespace qd::review
