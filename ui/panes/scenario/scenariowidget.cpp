#include "ui/panes/scenario/scenariowidget.h"

#include "models/items/checkcards.h"
#include "models/items/scenariocards.h"
#include "ui/panes/scenario/scenariopane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"

namespace qd::ui {

QWidget *createScenarioPane(const PaneContext &context, QWidget *parent)
{
    return new ScenarioWidget(context, parent);
}

ScenarioWidget::ScenarioWidget(const PaneContext &context, QWidget *parent)
    : TickPane(context, tr("Scenario"), parent)
{
    m_nothing = new EmptyState(
        theme(), tr("This plan has no scenarios"),
        tr("A scenario is a kind of incident with its own symptoms, steps and commands. Add some to the response plan."), this);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_list, &CardList::tickPressed, this, &ScenarioWidget::press);
    connect(m_list, &CardList::chosen, this, &ScenarioWidget::press);
    connect(m_list, &CardList::actionPressed, this, &ScenarioWidget::act);
    addKeys();
}

void ScenarioWidget::addKeys()
{
    const auto add = [this](const QString &text, const QKeySequence &key, void (ScenarioWidget::*does)(const QString &), bool ofScenario) {
        addKey(m_list, text, key, [this, does, ofScenario] {
            const QString card = m_list->currentId();
            (this->*does)(ofScenario ? items::scenarioOfCard(card) : card);
        });
    };
    add(tr("Attach the scenario"), Qt::Key_A, &ScenarioWidget::attach, true);
    add(tr("Put the scenario away"), Qt::Key_Delete, &ScenarioWidget::detach, true);
    add(tr("Copy the command"), Qt::Key_C, &ScenarioWidget::copyCommand, false);
}

void ScenarioWidget::incidentOpened()
{
    const QStringList &attached = session().incident().scenarios;
    m_expanded = {attached.begin(), attached.end()};
}

void ScenarioWidget::refresh()
{
    const Incident &incident = session().incident();
    const items::Cards cards = items::scenarioCards(session().plan(), incident, m_expanded, times());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    const int attached = static_cast<int>(incident.scenarios.size());
    const int suggested = static_cast<int>(items::suggestedScenarios(session().plan(), incident).size());
    setSummary(attached > 0 ? tr("%n attached", nullptr, attached) : suggested > 0 ? tr("%n suggested", nullptr, suggested) : QString());
}

void ScenarioWidget::press(const QString &card)
{
    m_list->setCurrentId(card);
    const QString scenario = items::scenarioOfCard(card);
    if (items::isScenarioHeading(card)) {
        if (!m_expanded.remove(scenario))
            m_expanded.insert(scenario);
        refreshNow();
    } else {
        tickOrCopy(card);
    }
}

void ScenarioWidget::act(const QString &card)
{
    if (items::isScenarioHeading(card))
        attach(items::scenarioOfCard(card));
    else
        copyCommand(card);
}

void ScenarioWidget::attach(const QString &scenario)
{
    if (scenario.isEmpty() || !submit(command::AttachScenario{scenario, true}))
        return;
    m_expanded.insert(scenario);
    refreshNow();
    m_list->setCurrentId(items::headingId(QStringLiteral("scenario-") + scenario));
}

void ScenarioWidget::detach(const QString &scenario)
{
    if (session().incident().scenarios.contains(scenario))
        submit(command::AttachScenario{scenario, false});
}

void ScenarioWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    if (verb == QLatin1String("attach") && !about.toString().isEmpty())
        attach(about.toString());
    else if (verb == QLatin1String("attach"))
        attach(items::suggestedScenarios(session().plan(), session().incident()).value(0));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

} // namespace qd::ui
