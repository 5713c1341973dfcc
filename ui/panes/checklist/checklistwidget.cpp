#include "ui/panes/checklist/checklistwidget.h"

#include "models/items/checkcards.h"
#include "ui/panes/checklist/checklistpane.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"

namespace qd::ui {

QWidget *createChecklistPane(const PaneContext &context, QWidget *parent)
{
    return new ChecklistWidget(context, parent);
}

ChecklistWidget::ChecklistWidget(const PaneContext &context, QWidget *parent) : TickPane(context, tr("Checklist"), parent)
{
    m_nothing = new EmptyState(theme(), tr("This plan has no lists"),
                               tr("Phases and checklists of the response plan stand here to be ticked."), this);
    page()->addWidget(m_list, 1);
    page()->addWidget(m_nothing, 1);
    connect(m_list, &CardList::tickPressed, this, &ChecklistWidget::press);
    connect(m_list, &CardList::chosen, this, &ChecklistWidget::press);
    connect(m_list, &CardList::actionPressed, this, &ChecklistWidget::copyCommand);

    const auto add = [this](const QString &text, const QKeySequence &key, const std::function<void()> &act) {
        addKey(m_list, text, key, act);
    };
    add(tr("Copy the command"), Qt::Key_C, [this] { copyCommand(m_list->currentId()); });
}

void ChecklistWidget::incidentOpened()
{
    m_expanded = items::listsOfTheMoment(session().plan(), session().incident(), session().now());
    m_rollback = items::rollbackLists(session().incident());
}

void ChecklistWidget::refresh()
{
    const QSet<QString> rollback = items::rollbackLists(session().incident());
    if (std::exchange(m_rollback, rollback).isEmpty()) // it has come to that: opened once, and left as it is put
        m_expanded += rollback;
    const items::Cards cards = cardsAt(session().now());
    m_list->setCards(cards);
    m_list->setVisible(!cards.empty());
    m_nothing->setVisible(cards.empty());
    int done = 0;
    for (const Check &check : session().incident().checks)
        done += check.list.startsWith(QLatin1String("duties-")) || check.list.startsWith(QLatin1String("scenario-")) ? 0 : 1;
    setSummary(done > 0 ? tr("%n done", nullptr, done) : QString());
}

items::Cards ChecklistWidget::cardsAt(Instant now) const
{
    return items::checklistCards(session().plan(), session().incident(), m_expanded, now, times());
}

void ChecklistWidget::tick(Instant now)
{
    const items::Cards cards = cardsAt(now);
    if (cards.size() == m_list->cardModel().cards().size())
        m_list->renewVisible([&cards](int row) { return cards[static_cast<size_t>(row)]; });
}

void ChecklistWidget::press(const QString &card)
{
    m_list->setCurrentId(card);
    if (const QString list = items::listOfHeading(card); !list.isEmpty()) {
        if (!m_expanded.remove(list))
            m_expanded.insert(list);
        refreshNow();
    } else {
        tickOrCopy(card);
    }
}

void ChecklistWidget::showRollback()
{
    for (const char *list : {"rollback", "rollback-criteria"})
        m_expanded.insert(QLatin1String(list));
    refreshNow();
    m_list->setCurrentId(items::headingId(QStringLiteral("rollback")));
    m_list->setCurrentId(items::headingId(QStringLiteral("rollback-criteria")));
    if (!m_list->currentId().startsWith(items::headingId(QStringLiteral("rollback"))))
        say(tr("The plan says nothing of a rollback"));
}

void ChecklistWidget::perform(const QString &verb, const QVariant &)
{
    refreshNow();
    if (verb == QLatin1String("rollback"))
        showRollback();
    m_list->setFocus();
}

} // namespace qd::ui
