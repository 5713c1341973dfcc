#include "ui/panes/tickpane.h"

#include "models/items/checkcards.h"
#include "ui/widgets/cardlist.h"

#include <QClipboard>
#include <QGuiApplication>

namespace qd::ui {

TickPane::TickPane(const PaneContext &context, const QString &listName, QWidget *parent)
    : PaneBase(context, parent),
      m_list(new CardList(listName, theme(), {.wraps = true, .value = Type::Label}, this))
{
}

void TickPane::tickOrCopy(const QString &card)
{
    if (const std::optional<items::CheckPlace> place = items::checkPlace(card))
        submit(command::TickCheck{place->list, place->item, m_list->currentCard().tick != items::Tick::On});
    else
        copyCommand(card);
}

void TickPane::copyCommand(const QString &card)
{
    const QString command = items::commandAt(m_list->cardModel().cards(), card);
    if (command.isEmpty())
        return;
    m_list->setCurrentId(card);
    QGuiApplication::clipboard()->setText(command);
    say(tr("✓ Copied: %1").arg(command), Colour::Good);
}

} // namespace qd::ui
