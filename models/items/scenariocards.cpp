#include "models/items/scenariocards.h"

#include "models/items/checkcards.h"
#include "models/items/scenariofit.h"

#include <QCoreApplication>

namespace qd::items {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Scenario)
};

const QLatin1String offerPrefix("offer:");
const QLatin1String listPrefix("scenario-");
constexpr QChar part(0x1f);

QString lines(const QStringList &items)
{
    return QStringLiteral("– ") + items.join(QStringLiteral("\n– "));
}

Card textCard(const QString &id, const QString &kicker, const QStringList &items)
{
    Card card;
    card.id = id;
    card.kicker = kicker;
    card.title = lines(items);
    card.tone = Tone::Quiet;
    card.spoken = QStringLiteral("%1: %2").arg(kicker, items.join(QStringLiteral("; ")));
    return card;
}

// A row of a scenario that is no step: found again by scenarioOfCard, and never taken for a check.
QString rowId(const plan::Scenario &scenario, const QString &what)
{
    return listPrefix + scenario.id + part + part + what;
}

void addAbout(Cards &cards, const plan::Scenario &scenario)
{
    if (!scenario.symptoms.isEmpty())
        cards.push_back(textCard(rowId(scenario, QStringLiteral("symptoms")), Words::tr("Symptoms"), scenario.symptoms));
}

void addRest(Cards &cards, const plan::Scenario &scenario)
{
    for (const plan::Step &step : scenario.commands)
        cards.push_back(commandCard(rowId(scenario, QString::number(cards.size())), step.title, step.command));
    if (!scenario.mitigation.isEmpty())
        cards.push_back(textCard(rowId(scenario, QStringLiteral("mitigation")), Words::tr("Mitigation"), scenario.mitigation));
    if (!scenario.runbook.isEmpty())
        cards.push_back(textCard(rowId(scenario, QStringLiteral("runbook")), Words::tr("Runbook"), {scenario.runbook}));
}

void addAttached(Cards &cards, const plan::Plan &plan, const plan::Scenario &scenario, const Incident &incident, bool expanded,
                 const TimeText &time)
{
    Cards list = listCards(plan, incident, listPrefix + scenario.id, expanded, time);
    if (list.empty()) { // it has no steps
        Card heading;
        heading.id = headingId(listPrefix + scenario.id);
        heading.heading = true;
        heading.expanded = expanded;
        heading.title = scenario.name;
        heading.spoken = scenario.name;
        list.push_back(heading);
    }
    list.front().marks << Words::tr("attached");
    list.front().spoken += QStringLiteral(", ") + Words::tr("attached");
    cards.push_back(list.front());
    if (!expanded)
        return;
    addAbout(cards, scenario);
    cards.insert(cards.end(), list.begin() + 1, list.end());
    addRest(cards, scenario);
}

void addOffered(Cards &cards, const plan::Scenario &scenario, const QStringList &because, bool expanded)
{
    const bool suggested = !because.isEmpty();
    Card heading;
    heading.id = offerPrefix + scenario.id;
    heading.heading = true;
    heading.expanded = expanded;
    heading.title = scenario.name;
    heading.action = Words::tr("attach");
    if (suggested) {
        heading.marks << Words::tr("suggested");
        heading.detail = Words::tr("because of: %1").arg(because.join(QStringLiteral(", ")));
    }
    heading.tone = suggested ? Tone::Plain : Tone::Quiet;
    QStringList spoken{scenario.name, suggested ? Words::tr("suggested, not attached") : Words::tr("not attached"), heading.detail,
                       expanded ? Words::tr("shown") : Words::tr("hidden")};
    spoken.removeAll(QString());
    heading.spoken = spoken.join(QStringLiteral(", "));
    cards.push_back(heading);
    if (!expanded)
        return;
    addAbout(cards, scenario);
    QStringList steps;
    for (const plan::Step &step : scenario.steps)
        steps << step.title;
    if (!steps.isEmpty())
        cards.push_back(textCard(rowId(scenario, QStringLiteral("steps")), Words::tr("Steps"), steps));
    addRest(cards, scenario);
}

} // namespace

Cards scenarioCards(const plan::Plan &plan, const Incident &incident, const QSet<QString> &expanded, const TimeText &time)
{
    Cards cards;
    for (const QString &id : incident.scenarios) {
        if (const plan::Scenario *scenario = plan::findScenario(plan, id))
            addAttached(cards, plan, *scenario, incident, expanded.contains(id), time);
    }
    QStringList told = incident.scenarios;
    for (const ScenarioFit &fit : fittingScenarios(plan, incident)) {
        addOffered(cards, *plan::findScenario(plan, fit.scenario), fit.because, expanded.contains(fit.scenario));
        told << fit.scenario;
    }
    for (const plan::Scenario &scenario : plan.scenarios) {
        if (!told.contains(scenario.id))
            addOffered(cards, scenario, {}, expanded.contains(scenario.id));
    }
    if (!plan.rollback.criteria.isEmpty())
        cards.push_back(textCard(QStringLiteral("rollback"), Words::tr("Roll back when"), plan.rollback.criteria));
    return cards;
}

QString scenarioOfCard(const QString &cardId)
{
    if (cardId.startsWith(offerPrefix))
        return cardId.mid(offerPrefix.size());
    const QString list = listOfHeading(cardId).isEmpty() ? cardId.section(part, 0, 0) : listOfHeading(cardId);
    return list.startsWith(listPrefix) ? list.mid(listPrefix.size()) : QString();
}

bool isScenarioHeading(const QString &cardId)
{
    return cardId.startsWith(offerPrefix) || !listOfHeading(cardId).isEmpty();
}

QStringList suggestedScenarios(const plan::Plan &plan, const Incident &incident)
{
    QStringList ids;
    for (const ScenarioFit &fit : fittingScenarios(plan, incident))
        ids << fit.scenario;
    return ids;
}

} // namespace qd::items
