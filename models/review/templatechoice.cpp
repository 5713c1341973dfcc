#include "models/review/templatechoice.h"

#include <QRegularExpression>

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
    const bool heard = std::any_of(sent.begin(), sent.end(), [&audience](const SentUpdate &update) { return update.audience == audience; });
    return {incident.isOpen() && !heard, incident.status};
}

// What the plan says, else what a name says that people give such a template: "Resolution", "Initial alert".
QString stageOf(const plan::Template &item)
{
    if (!item.stage.isEmpty())
        return item.stage;
    struct Sign
    {
        const char *words;
        const char *stage;
    };
    static constexpr Sign signs[] = {
        {"\\bpost.?(?:mortem|incident)|\\bpir\\b|\\bretro|\\bincident (?:report|review|ticket|log)|\\bafter.?action|lessons", "closed"},
        {"resol(?:ved|ution)|\\bre(?:covery|stored)\\b|all.?clear|\\bfinal\\b|\\bclos(?:ed|ing|ure)\\b", "resolved"},
        {"\\binitial\\b|\\bfirst\\b|declar|\\balert\\b|\\bnew incident|acknowledg|\\bannounc", "declared"},
        {"\\bidentified\\b", "identified"},
        {"\\binvestigating\\b", "investigating"},
        {"\\bmonitoring\\b", "monitoring"},
    };
    for (const Sign &sign : signs) {
        if (QRegularExpression(QLatin1String(sign.words), QRegularExpression::CaseInsensitiveOption).match(item.name).hasMatch())
            return QLatin1String(sign.stage);
    }
    return {};
}

// 0: written for another stage.
int fitness(const plan::Template &item, const Stage &stage)
{
    const QString written = stageOf(item);
    if (stage.first && written == QLatin1String("declared"))
        return 3;
    if (written == stage.status)
        return 2;
    return written.isEmpty() ? 1 : 0;
}

// For whom a template is that names no audience of the plan: as its name says.
bool isForOthers(const plan::Template &item, const QString &audience)
{
    static constexpr const char *groups[] = {"status.?page", "customer|client|user|public|external",
                                             "executive|leadership|management|stakeholder|board",
                                             "internal|responder|team|engineer|slack|chat"};
    bool named = false;
    for (const char *group : groups) {
        const QRegularExpression form(QLatin1String(group), QRegularExpression::CaseInsensitiveOption);
        if (!form.match(item.name).hasMatch())
            continue;
        if (form.match(audience).hasMatch())
            return false;
        named = true;
    }
    return named;
}

} // namespace

std::vector<const plan::Template *> templatesFor(const plan::Plan &plan, const Incident &incident, const QString &audience)
{
    const Stage stage = stageOf(incident, audience);
    const auto score = [&](const plan::Template &item) {
        const int fits = fitness(item, stage);
        const bool meant = item.audience == audience || (item.audience.isEmpty() && !isForOthers(item, audience));
        return (fits > 0 ? 100 : 0) + (meant ? 20 : 0) + (item.audience.isEmpty() ? 0 : 10) + fits;
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
