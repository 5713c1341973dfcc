#include "ui/panes/checklist/checklistwidget.h"

#include "models/items/checkcards.h"
#include "ui/panes/checklist/checklistpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace qd::ui {

QWidget *createChecklistPane(const PaneContext &context, QWidget *parent)
{
    return new ChecklistWidget(context, parent);
}

ChecklistWidget::ChecklistWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_scenarios(new ChoiceBox(tr("Attach a scenario"), this)),
      m_list(new CardList(tr("Checklist"), theme(), {.wraps = true, .value = Type::Label}, this))
{
    m_scenarios->setPlaceholderText(tr("Attach a scenario…"));
    m_scenarios->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_nothing = new EmptyState(theme(), tr("This plan has no lists"),
                               tr("Phases, checklists and scenarios of the response plan stand here to be ticked."), this);
    makeBar(page())->addWidget(m_scenarios, 1);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_scenarios, &QComboBox::activated, this,
            [this](int index) { submit(command::AttachScenario{m_scenarios->itemData(index).toString()}); });
    connect(m_list, &CardList::tickPressed, this, &ChecklistWidget::press);
    connect(m_list, &CardList::chosen, this, &ChecklistWidget::press);
    connect(m_list, &CardList::actionPressed, this, &ChecklistWidget::copyCommand);

    const auto add = [this](const QString &text, const QKeySequence &key, const std::function<void()> &act) {
        auto *action = new QAction(text, m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_list->addAction(action);
    };
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("Copy the command"), Qt::Key_C, [this] { copyCommand(m_list->currentId()); });
    add(tr("Put the scenario away"), Qt::Key_Delete, [this] { detach(); });
}

void ChecklistWidget::incidentOpened()
{
    m_expanded = items::listsOfTheMoment(session().plan(), session().incident());
}

void ChecklistWidget::refresh()
{
    const items::Cards cards = items::checklistCards(session().plan(), session().incident(), m_expanded, times());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    int done = 0;
    for (const Check &check : session().incident().checks)
        done += check.list.startsWith(QLatin1String("duties-")) ? 0 : 1;
    setSummary(done > 0 ? tr("%n done", nullptr, done) : QString());
    fillScenarios();
}

void ChecklistWidget::fillScenarios()
{
    const plan::Plan &plan = session().plan();
    const QStringList suggested = items::suggestedScenarios(plan, session().incident());
    const QSignalBlocker quiet(m_scenarios);
    m_scenarios->clear();
    for (const QString &id : suggested) {
        if (const plan::Scenario *scenario = plan::findScenario(plan, id))
            m_scenarios->addItem(tr("%1 — suggested").arg(scenario->name), id);
    }
    for (const plan::Scenario &scenario : plan.scenarios) {
        if (!suggested.contains(scenario.id) && !session().incident().scenarios.contains(scenario.id))
            m_scenarios->addItem(scenario.name, scenario.id);
    }
    m_scenarios->setCurrentIndex(-1);
    m_scenarios->setVisible(m_scenarios->count() > 0);
}

void ChecklistWidget::press(const QString &card)
{
    m_list->setCurrentId(card);
    if (const QString list = items::listOfHeading(card); !list.isEmpty()) {
        if (!m_expanded.remove(list))
            m_expanded.insert(list);
        refreshNow();
    } else if (const std::optional<items::CheckPlace> place = items::checkPlace(card)) {
        submit(command::TickCheck{place->list, place->item, m_list->currentCard().tick != items::Tick::On});
    } else {
        copyCommand(card);
    }
}

void ChecklistWidget::copyCommand(const QString &card)
{
    m_list->setCurrentId(card);
    items::Card shown = m_list->currentCard();
    const int below = m_list->currentIndex().row() + 1;
    const items::Cards &cards = m_list->cardModel().cards();
    if (!shown.fixedWidth && below < static_cast<int>(cards.size())) // on a step, its command is the row below
        shown = cards[static_cast<size_t>(below)];
    if (!shown.fixedWidth)
        return;
    QGuiApplication::clipboard()->setText(shown.detail);
    say(tr("✓ Copied: %1").arg(shown.detail), Colour::Good);
}

void ChecklistWidget::detach()
{
    const QString id = m_list->currentId();
    for (const QString &scenario : session().incident().scenarios) {
        if (id.contains(QLatin1String("scenario-") + scenario))
            submit(command::AttachScenario{scenario, false});
    }
}

void ChecklistWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString scenario = about.toString();
    if (verb == QLatin1String("attach") && !scenario.isEmpty() && submit(command::AttachScenario{scenario})) {
        m_expanded.insert(QLatin1String("scenario-") + scenario);
        refreshNow();
    } else if (verb == QLatin1String("attach")) {
        m_scenarios->setFocus();
        m_scenarios->showPopup();
    } else {
        m_list->setFocus();
    }
}

} // namespace qd::ui
