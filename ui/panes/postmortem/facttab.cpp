#include "ui/panes/postmortem/facttab.h"

#include "models/items/factcards.h"
#include "models/review/recordlinks.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QVBoxLayout>

namespace qd::ui {

FactTab::FactTab(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_list(new CardList(tr("Facts"), context.theme, {.wraps = true, .value = Type::Strong}, this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_list->setAccessibleDescription(tr("Enter shows the entries that it rests on, P puts it into the section"));
    m_hint->setText(tr("Enter shows what it rests on · P puts it into the text"));
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    connect(m_list, &CardList::tickPressed, this, &FactTab::fold);
    connect(m_list, &CardList::chosen, this, [this](const QString &id) {
        if (const review::Fact *fact = current())
            emit restsAsked(fact->rests, fact->label);
        else
            fold(id);
    });
    addKey(m_list, tr("Put into the section"), Qt::Key_P, [this] {
        if (const review::Fact *fact = current())
            emit pulled(review::pulledFact(*fact));
    });
}

void FactTab::refresh(const std::vector<review::Fact> &facts)
{
    m_facts = facts;
    showCards();
}

void FactTab::showCards()
{
    m_list->setCards(items::factCards(m_facts, m_folded));
}

void FactTab::fold(const QString &group)
{
    if (!group.startsWith(QLatin1Char('#')))
        return;
    if (!m_folded.remove(group))
        m_folded.insert(group);
    showCards();
}

const review::Fact *FactTab::current() const
{
    const QString id = m_list->currentId();
    const auto found = std::find_if(m_facts.begin(), m_facts.end(), [&id](const review::Fact &fact) { return fact.id == id; });
    return found == m_facts.end() ? nullptr : &*found;
}

bool FactTab::goTo(const QString &fact)
{
    m_folded.clear();
    showCards();
    m_list->setCurrentId(fact);
    return m_list->currentId() == fact;
}

void FactTab::takeFocus()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

} // namespace qd::ui
